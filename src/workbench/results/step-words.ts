import { tellStep } from '#figures/ladder/tell.ts';
import { tellerOf } from '#figures/ladder/teller.ts';
import { addressOf, citation } from '#figures/ladder/rules.ts';
import type { Translator } from '#text/text.ts';
import type { RuleId } from '#tcp';
import type { StepEntry, Trace } from '#trace/trace.ts';
import type { Place } from './places.ts';

/** More sentences than these about one step say nothing more. */
const MOST = 8;

/** What a host did at a step, in sentences. It always has at least one. */
export function deedsOf(step: StepEntry, trace: Trace, t: Translator): readonly string[] {
  const deeds = tellStep(step, tellerOf(trace, t, 'full')).slice(1);
  if (deeds.length === 0) return [t('workbench.step.nothing', { state: step.after })];
  if (deeds.length <= MOST) return deeds;
  return [...deeds.slice(0, MOST), t('workbench.step.more', { n: deeds.length - MOST })];
}

/** A rule in words, which are empty where a rule has none, and where it stands. */
export interface Rule {
  readonly words: string;
  readonly place: Place;
}

/** The rules that a step followed, each once. What only arms a timer goes without saying. */
export function rulesOf({ effects, cites = [] }: StepEntry, t: Translator): readonly Rule[] {
  const named = effects.flatMap(({ type, rule }): readonly RuleId[] =>
    rule === null || type === 'timer' ? [] : [rule],
  );
  return [...new Set([...named, ...cites])].slice(0, MOST).map((rule) => ({
    words: t.has(`rule.${rule}`) ? t(`rule.${rule}`) : '',
    place: { words: citation(rule, t), href: addressOf(rule) },
  }));
}
