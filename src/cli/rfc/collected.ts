/** Names, in the environment of Vitest, the folder into which `collect.ts` writes. */
export const COLLECT_INTO = 'COURSE_RULES_INTO';

/** A test that passed, and the rules that were followed while it ran. */
export interface TestRules {
  readonly test: string;
  readonly rules: readonly string[];
}

/** The rooms of the engine, and of what it is reached through. */
export const ENGINE_ROOMS = ['src/tcp', 'src/wire', 'src/trace', 'src/network', 'src/scenario'];

/**
 * Does a file of tests show which rules are followed? Not one on random cases: what they meet is
 * chance, and the table is to say the same today and tomorrow.
 */
export function isEvidence(file: string): boolean {
  return ENGINE_ROOMS.some((room) => file.startsWith(`${room}/`)) && !file.includes('.prop.test.');
}
