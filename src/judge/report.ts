import type { ConsoleLine, EventRef } from '#sandbox/sandbox.ts';
import type { Value } from '#sandbox/value.ts';
import type { Segment, Signal, State, TcpEvent } from '#tcp';
import type { Trace } from '#trace/trace.ts';
import type { ShipReport } from './blame.ts';

/** What became of a case, or of a whole suite. The words for it are made elsewhere (`words.ts`). */
export const VERDICTS = [
  'passed',
  'wrong',
  'threw',
  'did not return',
  'ran out of memory',
  'returned nonsense',
  'did not compile',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * A visible case is listed before it fails, a hidden one only once it has. `random` is one case that
 * stands for all that were drawn: it shows the smallest that failed.
 */
export const GROUPS = ['visible', 'hidden', 'random'] as const;
export type Group = (typeof GROUPS)[number];

/** What can be seen of a host at one event: nothing else is ever compared. */
export interface Observed {
  /** The state after the event. */
  readonly after: State;
  readonly sent: readonly Segment[];
  readonly signals: readonly Signal[];
  /** Octets handed to the user. */
  readonly delivered: Uint8Array;
}

/** The first event at which a plank and the reference part. */
export interface Divergence {
  /** Virtual time, ms. */
  readonly t: number;
  /** The event, as the run knows it, and the name of the connection that took it. */
  readonly cause: EventRef;
  readonly conn: string;
  /** What differs first: the event happens on one side only, or one of the four observed things. */
  readonly what: 'event' | 'segments' | 'state' | 'signals' | 'octets';
  /** `null` where nothing of the kind happened. */
  readonly expected: Observed | null;
  readonly actual: Observed | null;
  /** The step entry in each trace that shows it; `null` where there is none. */
  readonly theirsAt: number | null;
  readonly referenceAt: number | null;
}

/** The event at which a case failed. */
export interface FailedEvent {
  /** Virtual time, ms. */
  readonly t: number;
  readonly event: TcpEvent;
}

/** A function's calls, held against the reference's answers. */
export interface CallTable {
  /** The function's name: `lt`. */
  readonly call: string;
  readonly rows: readonly {
    readonly args: readonly Value[];
    readonly expected: Value;
    /** `null` if the call was not reached, threw or never came back. */
    readonly yours: { readonly value: Value } | null;
    readonly differs: boolean;
  }[];
  /** The row on which the case failed first; `null` if it passed. */
  readonly at: number | null;
}

/** A line that the learner's code printed, and when. */
export interface PrintedLine {
  readonly level: ConsoleLine['level'];
  readonly text: string;
  /** The step entry of `theirs`, or the row of the table of calls; `null` if it belongs to none. */
  readonly step: number | null;
}

/** What is known about one case of the suite after a run. */
export interface CaseReport {
  /** The file's name without its ending; the same everywhere a test is named. */
  readonly id: string;
  readonly group: Group;
  readonly verdict: Verdict;
  /** The case as a packetdrill script; empty for a table of calls. */
  readonly pkt: string;
  /** The section of RFC 9293 that the case is about: `3.10.7.2`, and the step in words. */
  readonly rfc: string;
  /** The initial sequence number that the shown run began with; 0 for a table of calls. */
  readonly isn: number;
  /** The calls, if the case is a table of them. */
  readonly calls: CallTable | null;
  /** Set when the verdict is `wrong` and the case is a script. */
  readonly divergence: Divergence | null;
  /** The event on which a script failed; `null` if it passed, or if no event can be blamed. */
  readonly event: FailedEvent | null;
  /** What was thrown, or what the nonsense was; empty otherwise. */
  readonly message: string;
  readonly stack: string;
  /** How many cases were drawn and judged, for the random one; 0 for the others. */
  readonly drawn: number;
  /** Cases that failed with the same cause have the same text here; empty if it passed. */
  readonly cause: string;
  /** The name of the known misconception (a mutant) that fails in the same way. */
  readonly mutant: string | null;
  /** The same inputs had another answer before: the plank remembers an earlier connection. */
  readonly remembers: boolean;
  /** The shown run: the peer is host A, the plank's host or the reference host B. Empty for calls. */
  readonly theirs: Trace;
  readonly reference: Trace;
  /** What was printed in the shown run, and how many lines more were left out. */
  readonly console: { readonly lines: readonly PrintedLine[]; readonly left: number };
}

/** What a run of a suite came to. */
export interface Report {
  readonly lab: string;
  readonly verdict: Verdict;
  /** In the suite's own order, however they were run; those that were not reached are missing. */
  readonly cases: readonly CaseReport[];
  /** How many cases the suite has. */
  readonly total: number;
  /** The one case that was asked for; `null` for the whole suite. Only a whole suite lays a plank. */
  readonly only: string | null;
  /** The run ended before every case was judged. Such a run has never passed. */
  readonly cutShort: boolean;
  /** If loading the program failed: what was thrown, or what is missing. */
  readonly message: string;
  readonly stack: string;
  readonly seed: number;
  /** The learner's other planks that stood in the engine; missing if they were the reference's. */
  readonly ship?: ShipReport;
  /** Real time from the first call to the last, ms. */
  readonly ms: number;
}

/** Told after each part of the suite. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Runs done in each group, and how many there are. */
  readonly groups: Readonly<Record<Group, { readonly done: number; readonly total: number }>>;
}
