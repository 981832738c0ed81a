import type { Trace, TraceEntry, TransitEntry } from '#trace/trace.ts';

/** A link lets the lost go this far, as a share of the way: where they would have arrived follows. */
const LOST_AT = 0.6;

/**
 * What is known of a run at `now` (ms): entries that come later are left out, and what is still on
 * its way is on its way, whatever will become of it.
 */
export function clip(trace: Trace, now: number): Trace {
  const entries = trace.entries
    .filter(({ t }) => t <= now)
    .map((entry, n) => ({ ...foresightless(entry, now), n }));
  return { ...trace, entries, end: now };
}

function foresightless(entry: TraceEntry, now: number): TraceEntry {
  if ((entry.kind !== 'transit' && entry.kind !== 'icmp') || entry.until <= now) return entry;
  const whole = entry.kind === 'transit' ? unspoilt(entry) : entry;
  const { lost: _lost, hops, fate, until, t, ...rest } = whole;
  const isLost = fate === 'lost' && entry.lost === undefined;
  const seen = hops?.filter((hop) => hop.t <= now) ?? [];
  const known = {
    ...{ ...rest, t, fate: fate === 'lost' ? 'on its way' : fate },
    until: isLost ? t + (until - t) / LOST_AT : until,
  } as const;
  return seen.length === 0 ? known : { ...known, hops: seen };
}

/** Which bit of it will be wrong when it arrives nobody knows. */
function unspoilt({ corrupted: _corrupted, ...rest }: TransitEntry): TransitEntry {
  return rest;
}
