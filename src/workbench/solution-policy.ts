/**
 * When a learner may see a lab's solution: at any time, behind a deliberate click; after a number of
 * runs with different code that did not pass; or never, and then it is not part of the site at all.
 */
export type SolutionPolicy = 'always' | 'never' | { readonly afterAttempts: number };

/** What an instructor may say about solutions: for all labs, and otherwise for single ones. */
export interface SolutionRules {
  /** `'always'` unless told otherwise. */
  readonly solutions?: SolutionPolicy;
  /** By lab id, where it differs. */
  readonly solutionsByLab?: Readonly<Record<string, SolutionPolicy>>;
}

/** Is this a policy? A number of attempts is whole, and from 1 to 100. */
export function isSolutionPolicy(value: unknown): value is SolutionPolicy {
  if (value === 'always' || value === 'never') return true;
  if (typeof value !== 'object' || value === null) return false;
  const { afterAttempts: n, ...rest } = value as Record<string, unknown>;
  return (
    Number.isInteger(n) && Number(n) >= 1 && Number(n) <= 100 && Object.keys(rest).length === 0
  );
}

/** The policy of one lab. */
export function solutionPolicy(rules: SolutionRules, lab: string): SolutionPolicy {
  const own = Object.hasOwn(rules.solutionsByLab ?? {}, lab)
    ? rules.solutionsByLab?.[lab]
    : undefined;
  return own ?? rules.solutions ?? 'always';
}

/** How many more runs that fail it takes until the solution may be seen; `null` if it never may. */
export function attemptsLeft(policy: SolutionPolicy, attempts: number): number | null {
  if (policy === 'never') return null;
  return policy === 'always' ? 0 : Math.max(0, policy.afterAttempts - attempts);
}
