import type { Endpoint, IcmpError, RuleId, Segment, State, TcpEvent, Timer } from '#tcp';
import type { Trace, TransitEntry } from '#trace/trace.ts';
import { readBrackets } from './score-brackets.ts';
import { readStays } from './score-stays.ts';
import { readTravels } from './score-travels.ts';

/** A state, and how long its host stayed in it. Times in ms. */
export interface Stay {
  readonly host: string;
  /** The connection, as its host calls it; empty for the state at the beginning. */
  readonly conn: string;
  /** Which of the host's lanes it is in, from 0. What goes on at the same time is in different ones. */
  readonly track: number;
  /** `null` where a capture does not tell. */
  readonly state: State | null;
  readonly from: number;
  readonly to: number;
  /** The trace entry that led to it; `null` for the state at the beginning. */
  readonly n: number | null;
  /** A plank of the learner acted in it. */
  readonly mine: boolean;
}

/** A user call, beside the lifeline. */
export interface Call {
  readonly host: string;
  readonly t: number;
  readonly event: TcpEvent;
  readonly n: number;
}

/** A place on a way: the sender, a router or NAT, the receiver. */
export interface Stop {
  readonly node: string;
  readonly t: number;
  /** The time to live that it comes with, as far as the trace says. */
  readonly ttl: number | null;
  /** The sockets that it goes on with, where a NAT wrote others into it. */
  readonly as: { readonly src: Endpoint; readonly dst: Endpoint } | null;
}

/** What travels from one node to another. */
export interface Journey {
  readonly n: number;
  readonly id: number;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** When it leaves, and when it arrives or would have arrived. */
  readonly t1: number;
  readonly t2: number;
  /** When it is lost; `null` if it arrives. */
  readonly lostAt: number | null;
  readonly fate: TransitEntry['fate'];
  /** Who threw it away on the way, and why. */
  readonly thrown: { readonly by: string; readonly why: string } | null;
  /** From the sender to where it is to go; at least two. */
  readonly stops: readonly Stop[];
}

/** A segment between two hosts. */
export interface Flight extends Journey {
  readonly seg: Segment;
  readonly again: boolean;
  /** A segment of an earlier connection that turns up now. */
  readonly old: boolean;
  /** The network made it, out of another one. */
  readonly copy: boolean;
  /** A segment that left later arrives before it. */
  readonly overtaken: boolean;
  /** It takes half as long again as others on this way, or more. */
  readonly late: boolean;
  /** A bit of it is turned over on the way. */
  readonly corrupted: boolean;
  /** It arrived, and its host did not let it come to its TCP. */
  readonly discarded: { readonly why: string; readonly rule: RuleId | null } | null;
  /** So many octets of its text are not in the capture. */
  readonly uncaptured: number;
}

/** An ICMP message. */
export interface Report extends Journey {
  readonly error: IcmpError;
  readonly mtu: number | null;
  /** The segment that it is about, if the trace has it. */
  readonly about: Segment | null;
  readonly discarded: { readonly why: string; readonly rule: RuleId | null } | null;
}

/** How long a timer of a host ran. */
export interface Bracket {
  readonly host: string;
  readonly timer: Timer;
  readonly from: number;
  readonly to: number;
  /** How long it was set for. */
  readonly length: number;
  /** It ran out; it was started anew or stopped; the record ends before it does. */
  readonly end: 'expired' | 'cut' | 'open';
  /** The trace entry that started it. */
  readonly n: number;
}

/** A host lost all its connections. */
export interface Crash {
  readonly host: string;
  readonly t: number;
  readonly n: number;
  readonly conns: readonly string[];
}

/** A link that is cut from a time to another; `Infinity` if it is not mended. */
export interface Cut {
  readonly between: readonly [string, string];
  readonly from: number;
  readonly to: number;
}

/** What a ladder draws: the trace sorted by what can be seen of it. */
export interface Score {
  /** First and last time at which anything happens, ms. */
  readonly start: number;
  readonly end: number;
  readonly stays: readonly Stay[];
  readonly calls: readonly Call[];
  readonly flights: readonly Flight[];
  readonly reports: readonly Report[];
  /** Timers that ran out, and TIME-WAIT however it ended. */
  readonly brackets: readonly Bracket[];
  /** The other timers: stopped, or started anew, before they ran out. */
  readonly stopped: readonly Bracket[];
  readonly crashes: readonly Crash[];
  readonly cuts: readonly Cut[];
}

export { initialState } from './score-stays.ts';

const CALLS: readonly TcpEvent['type'][] = [
  ...(['OPEN', 'SEND', 'RECEIVE', 'CLOSE', 'ABORT', 'STATUS', 'SET'] as const),
];

/** Sorts a trace into what a ladder draws. */
export function readScore(trace: Trace): Score {
  const { entries } = trace;
  const { flights, reports } = readTravels(trace);
  let [start, end] = [Infinity, -Infinity];
  const note = (t: number) => {
    start = Math.min(start, t);
    end = Math.max(end, t);
  };
  for (const { t1, t2, fate } of [...flights, ...reports]) {
    note(t1);
    // Where it is to arrive, nobody knows yet.
    note(fate === 'on its way' ? Math.max(t1, Math.min(t2, trace.end)) : t2);
  }
  for (const { t } of entries) note(t);
  if (start > end) [start, end] = [0, 0];
  const brackets = trace.hosts.flatMap(({ name }) => readBrackets(trace, name, end));
  const tells = ({ timer, end: how }: Bracket) => timer === 'TIME-WAIT' || how === 'expired';
  return {
    ...{ start, end, flights, reports },
    stays: trace.hosts.flatMap(({ name }) => readStays(trace, name, end)),
    calls: entries.flatMap((entry) =>
      entry.kind === 'step' && CALLS.includes(entry.event.type)
        ? [{ host: entry.host, t: entry.t, event: entry.event, n: entry.n }]
        : [],
    ),
    brackets: brackets.filter(tells),
    stopped: brackets.filter((bracket) => !tells(bracket)),
    crashes: entries.flatMap((entry) =>
      entry.kind === 'crash'
        ? [{ host: entry.host, t: entry.t, n: entry.n, conns: entry.lost }]
        : [],
    ),
    cuts: readCuts(trace),
  };
}

function readCuts({ entries }: Trace): Cut[] {
  const cuts: Cut[] = [];
  const open = new Map<string, { between: readonly [string, string]; from: number }>();
  for (const entry of entries) {
    if (entry.kind !== 'plug') continue;
    const key = [...entry.between].sort().join('\n');
    const cut = open.get(key);
    if (!entry.up && cut === undefined) open.set(key, { between: entry.between, from: entry.t });
    if (!entry.up || cut === undefined) continue;
    open.delete(key);
    cuts.push({ ...cut, to: entry.t });
  }
  return [...cuts, ...[...open.values()].map((cut) => ({ ...cut, to: Infinity }))];
}
