import type { Program, SandboxFactory } from '#sandbox/sandbox.ts';
import type { Place } from '#scenario/packetdrill/ast.ts';
import type { JudgeOptions } from './options.ts';
import type { CaseReport } from './report.ts';

/** A line of the script that expects a segment or a state, and is not what the reference does. */
export interface Unmet {
  readonly place: Place;
  /** What is wrong with the line, as the packetdrill runner says it. */
  readonly message: string;
}

/** What came of a script that the learner wrote. */
export type ScratchResult =
  | {
      /** The script cannot be read or run. */
      readonly kind: 'problem';
      /** Counted from 1. */
      readonly line: number;
      readonly column: number;
      readonly message: string;
    }
  | {
      readonly kind: 'run';
      /** The case `scratch`: theirs beside the reference. */
      readonly report: CaseReport;
      /** The script's own expectations that the reference does not meet. */
      readonly unmet: readonly Unmet[];
    };

/** What of the judge's options a single script needs. */
export type ScratchOptions = Pick<JudgeOptions, 'seed' | 'budget'>;

/** Runs a packetdrill script of the learner's on their plank and on the reference. */
export declare function tryScript(
  pkt: string,
  program: Program,
  factory: SandboxFactory,
  options: ScratchOptions,
): Promise<ScratchResult>;
