import type { Arbitrary } from 'fast-check';
import type { Value } from '#sandbox/value.ts';

/** The arguments of one call: what is drawn are mostly places in lists, the plainest thing first. */
export interface Arguments {
  readonly arbitrary: Arbitrary<readonly number[]>;
  /** The arguments as the function takes them. */
  toArgs(drawn: readonly number[]): readonly Value[];
}
