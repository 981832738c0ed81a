import type { ShipPlank } from '#sandbox/sandbox.ts';
import type { Progress } from './report.ts';

/** So many cases are drawn unless another number is asked for. */
export const DRAWN = 1_000;

/** How a program is judged. */
export interface JudgeOptions {
  /** Decides the order of the cases, which are drawn, and what `Math.random` gives to the learner. */
  readonly seed: number;
  /** How long the learner's code may go without progress, ms. */
  readonly budget?: number;
  /** The id of the one case that is to be run; `random` for all that are drawn. */
  readonly only?: string;
  /** How many cases are drawn; 0 for none. */
  readonly random?: number;
  /** Further planks of the learner's, placed in the engine under the judged one. */
  readonly ship?: readonly ShipPlank[];
  onProgress?(progress: Progress): void;
}
