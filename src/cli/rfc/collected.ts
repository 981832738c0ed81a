/** Names, in the environment of Vitest, the folder into which `collect.ts` writes. */
export const COLLECT_INTO = 'COURSE_RULES_INTO';

/** A test that passed, and the rules that were followed while it ran. */
export interface TestRules {
  readonly test: string;
  readonly rules: readonly string[];
}
