import type { HostRecord, HostRun } from '#network/replay.ts';
import type { Timer } from '#tcp';

/** One call of `console` in the learner's code. */
export interface ConsoleLine {
  readonly level: 'log' | 'info' | 'warn' | 'error' | 'debug';
  readonly text: string;
}

/** What the learner's code printed in one run, cut to size. */
export interface ConsoleOutput {
  readonly lines: readonly ConsoleLine[];
  /** Lines that were left out because there were too many. */
  readonly left: number;
}

/** The event that was being handled: an input of the run, a timer, or `null` while the code loads. */
export type EventRef =
  { readonly input: number } | { readonly timer: Timer; readonly t: number } | null;

/** What one run came to. Whatever comes out of a sandbox is untrusted until it was validated. */
export type RunOutcome =
  | { readonly kind: 'done'; readonly record: HostRecord; readonly console: ConsoleOutput }
  | {
      readonly kind: 'threw';
      readonly message: string;
      readonly stack: string;
      readonly at: EventRef;
      readonly record: HostRecord;
      readonly console: ConsoleOutput;
    }
  | {
      /** A value that no TCP could mean: a sequence number that is no number, a twelfth state. */
      readonly kind: 'nonsense';
      readonly message: string;
      readonly at: EventRef;
      readonly record: HostRecord;
      readonly console: ConsoleOutput;
    };

/** A learner's program, compiled to CommonJS, and the planks that it must export. */
export interface Program {
  readonly js: string;
  readonly exports: readonly string[];
}

export interface RunOptions {
  /** Report each event to `onTrail` before it is handled. Slow; for naming the event that hung. */
  readonly trail?: boolean;
}

/** A place, away from everything else, where a learner's code runs. One program per sandbox. */
export interface Sandbox {
  /**
   * Loads the program, once. `Math.random` is seeded from `seed` and the clocks stand still.
   * @throws SandboxError `threw` if the module throws, `nonsense` if an export is missing or no function
   */
  load(program: Program, seed?: number): Promise<void>;
  /**
   * Runs all the runs, in the given order.
   * @throws SandboxError `out of memory` where the runtime tells, `closed` after `close()`
   */
  run(runs: readonly HostRun[], options?: RunOptions): Promise<readonly RunOutcome[]>;
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

  constructor(fault: SandboxFault, message: string, trace = '') {
    super(message);
    this.name = 'SandboxError';
    this.fault = fault;
    this.trace = trace;
  }
}
