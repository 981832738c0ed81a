import type { State } from '#tcp';
import type { Trace } from './trace.ts';
import { MOMENT } from './moment.ts';

/**
 * The state of each host after all that happened up to a time (ms), that moment included: that of the
 * connection that it was last concerned with. `null` where a capture does not tell.
 */
export function statesAt(trace: Trace, until: number): Readonly<Record<string, State | null>> {
  const states = Object.fromEntries(trace.hosts.map(({ name, initial }) => [name, initial]));
  for (const entry of trace.entries) {
    if (entry.t > until + MOMENT) break;
    if (entry.kind === 'step' || entry.kind === 'seen') states[entry.host] = entry.after;
    if (entry.kind === 'crash') states[entry.host] = 'CLOSED';
  }
  return states;
}
