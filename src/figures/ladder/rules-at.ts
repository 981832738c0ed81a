import type { RuleId } from '#tcp';
import type { Messages, Translator } from '#text/text.ts';
import { MOMENT } from '#trace/moment.ts';
import type { StepEntry, Trace } from '#trace/trace.ts';
import { addressOf, citation } from './rules.ts';
import { escapeText } from './svg.ts';
import { colourWords } from './colour-words.ts';

/** More rules about one moment than these say nothing more. */
const MOST = 4;

/**
 * The rules that caused what happens at a time, each once: those of what was sent, delivered, said or
 * dropped. Where there are none, those that a step cites; that a timer is set goes without saying.
 */
export function rulesAt(trace: Trace, now: number): readonly RuleId[] {
  const rules = trace.entries.flatMap((entry): readonly RuleId[] => {
    if (Math.abs(entry.t - now) > MOMENT) return [];
    if (entry.kind === 'discard') return entry.rule === null ? [] : [entry.rule];
    return entry.kind === 'step' ? rulesOf(entry) : [];
  });
  return [...new Set(rules)].slice(0, MOST);
}

function rulesOf({ effects, cites = [] }: StepEntry): readonly RuleId[] {
  const caused = effects.flatMap(({ type, rule }) =>
    rule === null || type === 'timer' ? [] : [rule],
  );
  return caused.length > 0 ? caused : cites;
}

/** The rules as a list: in words where there are any, and where each can be read. */
export function rulesHtml(rules: readonly RuleId[], t: Translator): string {
  return rules
    .map((rule) => {
      const words = t.has(`rule.${rule}`) ? `${colourWords(t(`rule.${rule}`))} ` : '';
      return `<li>${words}${sourceHtml(rule, t)}</li>`;
    })
    .join('');
}

function sourceHtml(rule: RuleId, t: Translator): string {
  const [words, href] = [escapeText(citation(rule, t)), addressOf(rule)];
  return href === null
    ? `<span class="source">${words}</span>`
    : `<a class="source" href="${escapeText(href)}" target="_blank" rel="noopener">${words}</a>`;
}

/** The texts of all rules that a trace names, out of all of the site's. */
export function ruleTexts({ entries }: Trace, messages: Messages): Messages {
  const rules = entries.flatMap((entry): readonly (RuleId | null)[] => {
    if (entry.kind === 'discard') return [entry.rule];
    return entry.kind === 'step' ? rulesOf(entry) : [];
  });
  return Object.fromEntries(
    [...new Set(rules)].flatMap((rule) => {
      const words = messages[`rule.${rule ?? ''}`];
      return words === undefined ? [] : [[`rule.${rule ?? ''}`, words] as const];
    }),
  );
}
