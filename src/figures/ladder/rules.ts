import type { RuleId } from '#tcp';
import type { Translator } from '#text/text.ts';

/** The rules that have words: each has the message key `rule.<id>`. */
export const RULES: readonly RuleId[] = [
  ...['3.10.1', '3.10.2', '3.10.3', '3.10.4', '3.10.5', '3.10.6', '3.10.7.1', '3.10.8'],
  ...['3.10.7.2/1', '3.10.7.2/2', '3.10.7.2/3', '3.10.7.2/4'],
  ...['3.10.7.3/1', '3.10.7.3/2', '3.10.7.3/4', '3.10.7.3/5'],
  ...['3.10.7.4/1', '3.10.7.4/2', '3.10.7.4/4', '3.10.7.4/5', '3.10.7.4/7', '3.10.7.4/8'],
  ...['MUST-13', 'MUST-20', 'MUST-23', 'MUST-39', 'MAY-13'],
  ...['RFC5961/3.2', 'RFC5961/4.2', 'RFC5961/5.2'],
  ...['RFC6298/5.1', 'RFC6298/5.2', 'RFC6298/5.3', 'RFC6298/5.6'],
];

/** A rule in words, with where it stands. A rule without words, such as a learner's own, is cited. */
export function ruleInWords(rule: RuleId, t: Translator): string {
  const source = citation(rule, t);
  return RULES.includes(rule) ? t('ladder.rule', { words: t(`rule.${rule}`), source }) : source;
}

/** Where a rule stands: `RFC 9293 §3.10.7.2`. */
export function citation(rule: RuleId, t: Translator): string {
  const [place = '', part = ''] = rule.split('/');
  if (/^\d+(\.\d+)+$/.test(place)) return t('ladder.section', { rfc: 9293, section: place });
  const other = /^RFC(\d+)$/.exec(place)?.[1];
  if (other !== undefined) return t('ladder.section', { rfc: other, section: part });
  return /^(MUST|SHLD|MAY|REC)-\d+$/.test(rule) ? t('ladder.requirement', { id: rule }) : rule;
}
