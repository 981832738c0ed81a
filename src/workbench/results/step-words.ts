import { tellerOf, tellStep } from '#figures/ladder/tell.ts';
import { ruleInWords } from '#figures/ladder/rules.ts';
import type { Translator } from '#text/text.ts';
import type { RuleId } from '#tcp';
import type { StepEntry, Trace } from '#trace/trace.ts';

/** More sentences than these about one step say nothing more. */
const MOST = 8;

/** What a host did at a step, in sentences. It always has at least one. */
export function deedsOf(step: StepEntry, trace: Trace, t: Translator): readonly string[] {
  const deeds = tellStep(step, tellerOf(trace, t, 'full')).slice(1);
  if (deeds.length === 0) return [t('workbench.step.nothing', { state: step.after })];
  if (deeds.length <= MOST) return deeds;
  return [...deeds.slice(0, MOST), t('workbench.step.more', { n: deeds.length - MOST })];
}

/** The rules that a step followed, in words, each once. What only arms a timer goes without saying. */
export function rulesOf({ effects, cites = [] }: StepEntry, t: Translator): readonly string[] {
  const named = effects.flatMap(({ type, rule }): readonly RuleId[] =>
    rule === null || type === 'timer' ? [] : [rule],
  );
  return [...new Set([...named, ...cites])].slice(0, MOST).map((rule) => ruleInWords(rule, t));
}
