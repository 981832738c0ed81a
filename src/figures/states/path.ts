import type { Segment, State } from '#tcp';
import { MOMENT } from '#trace/moment.ts';
import type { SeenEntry, StepEntry, Trace } from '#trace/trace.ts';
import type { Cause } from './edge.ts';
import { EDGES } from './edges.ts';

/** An edge that a host has gone along. */
export interface Taken {
  readonly host: string;
  /** The edge's id. */
  readonly edge: string;
  /** The entry of the trace, and its time, ms. */
  readonly n: number;
  readonly t: number;
}

/** The edges that the hosts of a trace have gone along up to a time (ms), in order. */
export function pathTaken(trace: Trace, until = Infinity): readonly Taken[] {
  return trace.entries.flatMap((entry) => {
    if ((entry.kind !== 'step' && entry.kind !== 'seen') || entry.t > until + MOMENT) return [];
    const { host, n, t } = entry;
    return edgesOf(entry).map((edge) => ({ host, edge, n, t }));
  });
}

/**
 * The edges of one step. One event may lead along several: an ACK that opens the connection lets a
 * CLOSE that waited take effect.
 */
function edgesOf(entry: StepEntry | SeenEntry): readonly string[] {
  const { before, after } = entry;
  if (before === null || after === null || before === after) return [];
  const cause = entry.kind === 'step' ? causeOf(entry) : null;
  const whole = find(before, after, cause);
  if (whole !== undefined) return [whole];
  const changes = entry.kind === 'step' ? entry.effects : [];
  const hops = changes.flatMap((effect) =>
    effect.type === 'state' ? [[effect.from, effect.to] as const] : [],
  );
  const ways = hops.length > 0 ? hops : [[before, after] as const];
  return ways.flatMap(([from, to]) => find(from, to, cause) ?? find(from, to, null) ?? []);
}

/** The edge between two states that something leads along; without a cause only one that is printed. */
function find(from: State, to: State, cause: Cause | null): string | undefined {
  return EDGES.find(
    (edge) =>
      edge.from === from &&
      edge.to === to &&
      (cause === null ? edge.group === 'figure' : edge.causes.includes(cause)),
  )?.id;
}

function causeOf({ event }: StepEntry): Cause | null {
  switch (event.type) {
    case 'OPEN':
    case 'SEND':
    case 'CLOSE':
    case 'ABORT':
    case 'TIMEOUT':
      return event.type;
    case 'SEGMENT-ARRIVES':
      return causeIn(event.seg);
    default:
      return null;
  }
}

/** What counts most in a segment, in the order of the checks. */
function causeIn({ ctl, data }: Segment): Cause {
  if (ctl.rst) return 'RST';
  if (ctl.syn) return 'SYN';
  if (ctl.fin) return 'FIN';
  return data.length > 0 ? 'TEXT' : 'ACK';
}
