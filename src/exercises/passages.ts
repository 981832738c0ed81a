import type { State } from '#tcp';
import { MOMENT } from '#trace/moment.ts';
import { statesAt } from '#trace/states-at.ts';
import type { Trace } from '#trace/trace.ts';

/** How a state is wrong: the other end is in it, the host was in it, will be in it, or never is. */
export type Slip =
  | { readonly kind: 'other'; readonly host: string }
  | { readonly kind: 'left' | 'later'; readonly at: number }
  | { readonly kind: 'never' };

/** When a host came into each state, in order of time, ms. */
function passages(
  trace: Trace,
  host: string,
): readonly { state: State; from: number; to: number }[] {
  const first = trace.hosts.find(({ name }) => name === host)?.initial;
  const found =
    first === null || first === undefined ? [] : [{ state: first, from: -Infinity, to: Infinity }];
  for (const entry of trace.entries) {
    if (!('host' in entry) || entry.host !== host) continue;
    const now = statesAt(trace, entry.t)[host] ?? null;
    const last = found.at(-1);
    if (now === null || last?.state === now) continue;
    if (last !== undefined) last.to = entry.t;
    found.push({ state: now, from: entry.t, to: Infinity });
  }
  return found;
}

/** Why a host is not in `state` at a time (ms): what somebody who says so has mixed up. */
export function slipOf(trace: Trace, host: string, at: number, state: State): Slip {
  const now = statesAt(trace, at);
  const other = Object.keys(now).find((name) => name !== host && now[name] === state);
  const own = passages(trace, host).filter((passage) => passage.state === state);
  const left = own.findLast(({ to }) => to <= at + MOMENT);
  const later = own.find(({ from }) => from > at + MOMENT);
  if (left !== undefined) return { kind: 'left', at: left.to };
  if (later !== undefined) return { kind: 'later', at: later.from };
  return other === undefined ? { kind: 'never' } : { kind: 'other', host: other };
}

/** Since when a host is in the state in which it is at a time (ms); `null`: from the beginning. */
export function sinceWhen(trace: Trace, host: string, at: number): number | null {
  const since = passages(trace, host).findLast(({ from }) => from <= at + MOMENT)?.from;
  return since === undefined || since === -Infinity ? null : since;
}
