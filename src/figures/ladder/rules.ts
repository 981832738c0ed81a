import type { RuleId } from '#tcp';
import type { Translator } from '#text/text.ts';

/** A rule in words, with where it stands. A rule without words, such as a learner's own, is cited. */
export function ruleInWords(rule: RuleId, t: Translator): string {
  const source = citation(rule, t);
  return t.has(`rule.${rule}`) ? t('ladder.rule', { words: t(`rule.${rule}`), source }) : source;
}

/** Where a rule can be read; `null` if no RFC has it. */
export function addressOf(rule: RuleId): string | null {
  const [place = '', part = ''] = rule.split('/');
  const other = /^RFC(\d+)$/.exec(place)?.[1];
  const rfc = `https://www.rfc-editor.org/rfc/rfc${other ?? '9293'}`;
  if (other !== undefined) return part === '' ? rfc : `${rfc}#section-${part}`;
  if (/^\d+(\.\d+)+$/.test(place)) return `${rfc}#section-${place}`;
  return /^(MUST|SHLD|MAY|REC)-\d+$/.test(rule) ? `${rfc}#appendix-B` : null;
}

/** Where a rule stands: `RFC 9293 §3.10.7.2`. What systems do and no RFC asks for begins with `impl/`. */
export function citation(rule: RuleId, t: Translator): string {
  const [place = '', part = ''] = rule.split('/');
  if (/^\d+(\.\d+)+$/.test(place)) return t('ladder.section', { rfc: 9293, section: place });
  const other = /^RFC(\d+)$/.exec(place)?.[1];
  if (place === 'impl') return t('ladder.requirement.none');
  if (other !== undefined) return t('ladder.section', { rfc: other, section: part });
  return /^(MUST|SHLD|MAY|REC)-\d+$/.test(rule) ? t('ladder.requirement', { id: rule }) : rule;
}
