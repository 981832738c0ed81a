import type { Config, Diff, Effect, Segment, State, TcpEvent } from '#tcp';

/** A host as a figure names it. `A` stands left and opens first, `B` right. */
export interface TraceHost {
  /** `A`, `B` … */
  readonly name: string;
  /** `Client`, `Server` … a message key or plain words of the scenario. */
  readonly title: string;
  readonly address: string;
  readonly config: Config;
  /** The state at the beginning, before the first entry. */
  readonly initial: State;
}

/** One host took one event. */
export interface StepEntry {
  readonly kind: 'step';
  /** Place in the trace, from 0. */
  readonly n: number;
  /** Virtual time, ms. */
  readonly t: number;
  readonly host: string;
  /** The connection's name on its host: `port>address:port`, or `port` for a listener. */
  readonly conn: string;
  /** Whose code handled it. */
  readonly by: 'reference' | 'learner';
  readonly before: State;
  readonly after: State;
  readonly event: TcpEvent;
  readonly effects: readonly Effect[];
  readonly diff: Diff;
  /** The transit that brought the segment, if the event is SEGMENT-ARRIVES. */
  readonly transit?: number;
}

/** One segment on its way from one host to another. */
export interface TransitEntry {
  readonly kind: 'transit';
  readonly n: number;
  /** When it was sent, ms. */
  readonly t: number;
  readonly from: string;
  readonly to: string;
  /** Number of the transit in the trace, from 0. */
  readonly id: number;
  /** Stable name across re-runs: the host and the count of its transmissions, `A1`, `B2`. */
  readonly name: string;
  readonly seg: Segment;
  readonly again: boolean;
  /** When it arrives, or when it is lost on the way. */
  readonly until: number;
  readonly fate: 'delivered' | 'lost';
}

export type TraceEntry = StepEntry | TransitEntry;

/** The record of a run: plain data, in order of time; what every figure and every verdict reads. */
export interface Trace {
  readonly version: 1;
  readonly hosts: readonly TraceHost[];
  readonly entries: readonly TraceEntry[];
  /** Virtual time at which the run stopped, ms. */
  readonly end: number;
}
