import { escapeText } from '../ladder/svg.ts';
import type { Comparison, Point } from './compare.ts';
import type { Speech } from './speech.ts';

/** The distance between two numbers, in words, and what it means. */
export function tellComparison(
  comparison: Comparison,
  [a, b]: readonly [Point, Point],
  { t, numbers }: Speech,
): string {
  const { way, ambiguous, unrelated, plain, lt } = comparison;
  const values = {
    ...{ a: t(`ring.mark.${a}`), b: t(`ring.mark.${b}`) },
    n: numbers.count(Math.abs(way)),
  };
  const key = ambiguous ? 'half' : way === 0 ? 'same' : way > 0 ? 'ahead' : 'behind';
  const said = [t(`ring.compare.${key}`, values)];
  if (!ambiguous && plain !== lt) said.push(t(`ring.compare.plain`, values));
  if (unrelated) said.push(t('ring.compare.unrelated', values));
  return said.join(' ');
}

/** What the functions answer, as HTML of a table body. */
export function answerRows(comparison: Comparison, { t, numbers }: Speech): string {
  const [a, b] = [numbers.seq(comparison.a), numbers.seq(comparison.b)];
  const row = (call: string, sum: string, answer: boolean, note: string) =>
    `<tr${note === '' ? '' : ' class="fails"'}><th scope="row"><code>${escapeText(call)}</code></th><td><code>${escapeText(sum)}</code></td><td>${t(answer ? 'ring.true' : 'ring.false')}${note === '' ? '' : ` <em class="fails">${escapeText(note)}</em>`}</td></tr>`;
  const { ambiguous, plain, lt, leq, back } = comparison;
  const both = ambiguous ? t('ring.both') : '';
  return [
    row('lt(a, b)', `lt(${a}, ${b})`, lt, both),
    row('lt(b, a)', `lt(${b}, ${a})`, back, both),
    row('leq(a, b)', `leq(${a}, ${b})`, leq, ''),
    row('a < b', `${a} < ${b}`, plain, plain === lt || ambiguous ? '' : t('ring.plainFails')),
    ...(comparison.between === null
      ? []
      : [row('between(una, b, nxt)', t('ring.betweenMeans'), comparison.between, '')]),
  ].join('');
}
