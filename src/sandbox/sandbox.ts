import type { HostRecord, HostRun } from '#network/replay.ts';
import type { Timer } from '#tcp';
import type { Value } from './value.ts';

/** One call of `console` in the learner's code. */
export interface ConsoleLine {
  readonly level: 'log' | 'info' | 'warn' | 'error' | 'debug';
  readonly text: string;
  /** What was being handled when it was printed. */
  readonly at: EventRef;
}

/** What the learner's code printed in one run, cut to size. */
export interface ConsoleOutput {
  readonly lines: readonly ConsoleLine[];
  /** Lines that were left out because there were too many. */
  readonly left: number;
}

/**
 * What was being handled: an input of the run, a timer, a call by its place in the table, or `null`
 * while the code loads.
 */
export type EventRef =
  | { readonly input: number }
  | { readonly timer: Timer; readonly t: number }
  | { readonly call: number }
  | null;

/** A function of the engine to be called with each of several lists of arguments. */
export interface CallsRun {
  /** The function's name: `lt`. */
  readonly call: string;
  readonly args: readonly (readonly Value[])[];
}

/** What the calls gave back, in their order, as far as the run got. */
export interface CallsRecord {
  readonly values: readonly Value[];
}

/** All that is run in a sandbox: a host by itself, or a function. */
export type Run = HostRun | CallsRun;

/** Is this a run of calls? */
export const isCalls = (run: Run): run is CallsRun => 'call' in run;

/** What one run came to. Whatever comes out of a sandbox is untrusted until it was validated. */
export type RunOutcome<Record = HostRecord> =
  | { readonly kind: 'done'; readonly record: Record; readonly console: ConsoleOutput }
  | {
      readonly kind: 'threw';
      readonly message: string;
      readonly stack: string;
      readonly at: EventRef;
      readonly record: Record;
      readonly console: ConsoleOutput;
    }
  | {
      /** A value that no TCP could mean: a sequence number that is none, a twelfth state. */
      readonly kind: 'nonsense';
      readonly message: string;
      readonly at: EventRef;
      readonly record: Record;
      readonly console: ConsoleOutput;
    };

/** The outcome of a run of either kind. */
export type Outcome = RunOutcome<HostRecord | CallsRecord>;

/** Of a run that came to its end, only what could be seen of it, as a text (`observe.ts`). */
export interface Seen {
  readonly kind: 'seen';
  readonly text: string;
}

/** A learner's program, compiled to CommonJS, and the planks that it must export. */
export interface Program {
  readonly js: string;
  readonly exports: readonly string[];
  /** Planks of the learner's own that stand in the engine besides, in the order of the labs. */
  readonly ship?: readonly ShipPlank[];
}

/** A plank that the learner finished in an earlier lab. */
export interface ShipPlank {
  readonly lab: string;
  readonly js: string;
  readonly exports: readonly string[];
}

export interface RunOptions {
  /** Report each event and call to `onTrail` before it is handled. Slow; for naming what hung. */
  readonly trail?: boolean;
}

/** A place, away from everything else, where a learner's code runs. One program per sandbox. */
export interface Sandbox {
  /**
   * Loads the program, once. `Math.random` is seeded from `seed` and the clocks stand still.
   * @throws SandboxError `threw` if the module throws, `nonsense` if an export is missing or is not what the plank is
   */
  load(program: Program, seed?: number): Promise<void>;
  /**
   * Runs all the runs, in the given order.
   * @throws SandboxError `out of memory` where the runtime tells, `closed` after `close()`
   */
  run(runs: readonly Run[], options?: RunOptions): Promise<readonly Outcome[]>;
  /**
   * As `run`, but of a run that came to its end gives only what could be seen of it, and nothing of
   * the console: enough to say whether it is right, and far less to carry. The record of one that
   * failed is empty.
   */
  look(runs: readonly Run[]): Promise<readonly (Outcome | Seen)[]>;
  /** Ends it at once, whatever it is doing. */
  close(): void;
}

/** Where a run has got to: its place in the list given to `run`, and the event. */
export interface Trail {
  readonly run: number;
  readonly event: EventRef;
}

export interface SandboxFactory {
  open(onTrail?: (at: Trail) => void): Promise<Sandbox>;
}

export type SandboxFault = 'threw' | 'nonsense' | 'out of memory' | 'closed';

/** Why a sandbox could not do what it was asked. */
export class SandboxError extends Error {
  readonly fault: SandboxFault;
  /** The learner's own stack, if their code threw. */
  readonly trace: string;
  /** The lab of the plank that could not be loaded, if it was one of the ship's. */
  readonly lab: string | null;

  constructor(fault: SandboxFault, message: string, trace = '', lab: string | null = null) {
    super(message);
    this.name = 'SandboxError';
    this.fault = fault;
    this.trace = trace;
    this.lab = lab;
  }
}
