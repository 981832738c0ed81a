import type { Effect, RuleId } from './effect.ts';

/*
 * Which rules are followed. Who wants to know (the table of requirements) listens; nobody else pays.
 */

let listener: ((rule: RuleId) => void) | null = null;

/** Lets `hear` know of each rule that is followed from now on, in this thread; `null` ends it. */
export function listenToRules(hear: ((rule: RuleId) => void) | null): void {
  listener = hear;
}

/** Notes that a rule was followed, outside of a step: in the codec, in a host, on a link. */
export function follow(rule: RuleId): void {
  listener?.(rule);
}

/** Notes all rules of a step. */
export function followAll(effects: readonly Effect[], cites: readonly RuleId[]): void {
  if (listener === null) return;
  for (const { rule } of effects) if (rule !== null) listener(rule);
  for (const rule of cites) listener(rule);
}
