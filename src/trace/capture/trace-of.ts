import type { Segment, State } from '#tcp';
import type { SeenEntry, Trace, TraceEntry, TraceHost, TransitEntry } from '../trace.ts';
import { arrivedAmong } from './arrivals.ts';
import type { Connection, ObservedSegment, Side } from './connection.ts';
import { delaysOf } from './delays.ts';
import { nameOf } from './infer.ts';
import type { CapturedSegment } from './segments.ts';

const NAME = { a: 'A', b: 'B' } as const satisfies Record<Side, string>;

const other = (side: Side): Side => (side === 'a' ? 'b' : 'a');

/** Something that a host was seen to do, before it is known in which state it did it. */
interface Moment extends Pick<SeenEntry, 'sent' | 'transit'> {
  readonly kind: 'moment';
  readonly t: number;
  readonly side: Side;
  /** The place of its segment in the capture. */
  readonly place: number;
  /** The state that it led to; missing if it changed nothing. */
  readonly state?: State | null;
}

type Draft = Moment | Omit<TransitEntry, 'n'>;

/**
 * A captured connection as a Trace: host A is the connection's `a`, the opener where that is known.
 *
 * Times are in ms from the moment at which its first segment left. A capture shows when a segment came
 * by: it left earlier and arrived later, by the distances that `delaysOf` estimates. States are those
 * that the capture tells; a state that follows from an answer is entered when the answer leaves.
 * What a capture cannot tell is `null` or `unknown`: settings, states before the capture, whether a
 * segment arrived that nobody acknowledged.
 */
export function traceOf(connection: Connection): Trace {
  const states = initialStates(connection);
  const hosts = (['a', 'b'] as const).map((side) => hostOf(connection, side, states[side]));
  const drafts = draftsOf(connection, { ...states }).toSorted((one, next) => one.t - next.t);
  const end = Math.max(0, ...drafts.map((each) => (each.kind === 'transit' ? each.until : each.t)));
  /** Where segments crossed, the times of two moments may lie the other way round: the later rules. */
  const latest = { a: -1, b: -1 };
  const entries = drafts.map((draft, n): TraceEntry => {
    if (draft.kind === 'transit') return { ...draft, n };
    const { kind: _, side, place, state, ...moment } = draft;
    const before = states[side];
    if (state !== undefined && place >= latest[side]) {
      states[side] = state;
      latest[side] = place;
    }
    const conn = connOf(connection, side);
    return { kind: 'seen', n, host: NAME[side], conn, before, after: states[side], ...moment };
  });
  return { version: 1, hosts, entries, end };
}

/** Moments and transits in the order of the capture. */
function draftsOf({ observed }: Connection, states: Record<Side, State | null>): readonly Draft[] {
  const delays = delaysOf(observed);
  const arrived = arrivedAmong(observed);
  const start = Math.min(...observed.map((each) => each.segment.t - delays[each.from]));
  const counts = { a: 0, b: 0 };
  return observed.flatMap((each, id): readonly Draft[] => {
    const { from, stateA, stateB } = each;
    const name = `${NAME[from]}${++counts[from]}`;
    const moment = (side: Side, t: number, what: Pick<SeenEntry, 'sent' | 'transit'>): Moment => {
      const state = side === 'a' ? stateA : stateB;
      const change = state === states[side] ? {} : { state };
      states[side] = state;
      return { kind: 'moment', t, side, place: id, ...change, ...what };
    };
    const t = toNs(each.segment.t - start - delays[from]);
    const until = toNs(each.segment.t - start + delays[other(from)]);
    const sends = moment(from, t, { sent: id });
    const gets = moment(other(from), until, { transit: id });
    const delivered = arrived.has(id) || 'state' in gets;
    const transit = transitOf(each, { id, name, t, until, delivered });
    return delivered ? [sends, transit, gets] : [sends, transit];
  });
}

/** Who calls was CLOSED before. Whoever is called may have listened, or called as well. */
function initialStates({ openedBy }: Connection): Record<Side, State | null> {
  const called = (side: Side) => openedBy === side || openedBy === 'both';
  return { a: called('a') ? 'CLOSED' : null, b: called('b') ? 'CLOSED' : null };
}

function hostOf(connection: Connection, side: Side, initial: State | null): TraceHost {
  const { openedBy } = connection;
  const known = openedBy === 'a' || openedBy === 'b';
  const title = known ? (openedBy === side ? 'client' : 'server') : NAME[side];
  const { address } = connection[side].at;
  return { name: NAME[side], title, address, config: null, initial };
}

function connOf(connection: Connection, side: Side): string {
  const peer = connection[other(side)];
  return `${connection[side].at.port}>${nameOf(peer.at)}`;
}

function transitOf(
  { segment, from, sending }: ObservedSegment,
  { delivered, ...way }: Pick<TransitEntry, 'id' | 'name' | 't' | 'until'> & { delivered: boolean },
): Omit<TransitEntry, 'n'> {
  const uncaptured = segment.length - segment.data.length;
  return {
    ...{ kind: 'transit', from: NAME[from], to: NAME[other(from)], ...way },
    ...{ seg: wholeSegment(segment), again: sending === 'again' },
    fate: delivered ? 'delivered' : 'unknown',
    ...(uncaptured > 0 ? { uncaptured } : {}),
  };
}

/** Captures have times in whole ns. What is added makes −0 a 0. */
const toNs = (ms: number): number => Math.round(ms * 1e6) / 1e6 + 0;

/** As it was on the wire; octets that the capture does not have are zeros. */
export function wholeSegment(captured: CapturedSegment): Segment {
  const { src, dst, seq, ack, ctl, wnd, up, options, length } = captured;
  const data = new Uint8Array(length);
  data.set(captured.data.subarray(0, length));
  return { src, dst, seq, ack, ctl, wnd, up, data, options };
}
