import { add } from '#tcp/seq.ts';
import { escapeText } from '../ladder/svg.ts';
import type { Piece } from './piece.ts';
import type { Comparison, Judgement } from './segment.ts';
import type { Receiving } from './spaces.ts';
import type { Speech } from './speech.ts';

/** The verdict on a segment, and what of it is in the window, in words. */
export function tellJudgement(judgement: Judgement, { t, numbers }: Speech): string {
  const { acceptable, where, inside, length } = judgement;
  const values = { n: numbers.count(inside), length: numbers.count(length) };
  const verdict = t(acceptable ? 'ring.verdict.yes' : 'ring.verdict.no');
  const key = length === 0 ? `ring.where.none.${where}` : `ring.where.${where}`;
  const isShut = judgement.row === 0 || judgement.row === 2;
  return `${verdict} ${t(isShut ? `ring.where.shut.${judgement.row}` : key, values)}`;
}

/** The four rows of the table, the one that decides marked and worked out, as HTML of a table body. */
export function tableRows(judgement: Judgement, rcv: Receiving, speech: Speech): string {
  const { t } = speech;
  return ([0, 1, 2, 3] as const)
    .map((row) => {
      const isIt = row === judgement.row;
      const sizes = [
        t(row < 2 ? 'ring.zero' : 'ring.more'),
        t(row % 2 ? 'ring.more' : 'ring.zero'),
      ];
      const tests = t(`ring.test.${row}`)
        .split('\n')
        .map((line) => `<code>${escapeText(line)}</code>`)
        .join(` ${escapeText(t('ring.or'))}<br>`);
      const test = row === 2 ? escapeText(t('ring.test.2')) : tests;
      const work = isIt ? workedOut(judgement, rcv, speech) : '';
      const mark = isIt ? ` class="it" aria-current="true"` : '';
      return `<tr${mark}><th scope="row">${escapeText(sizes[0] ?? '')}</th><td>${escapeText(sizes[1] ?? '')}</td><td>${test}${work}</td></tr>`;
    })
    .join('');
}

/** The deciding test with its numbers put in. Where the window is shut to a segment there is none. */
function workedOut(judgement: Judgement, { nxt, wnd }: Receiving, speech: Speech): string {
  const { t, numbers } = speech;
  const end = numbers.seq(add(nxt, wnd));
  const line = ({ of, x, left, right, holds }: Comparison) => {
    const answer = t(holds ? 'ring.holds' : 'ring.fails');
    const say = (yes: boolean) => (yes ? '' : ' class="fails"');
    const value = `<b>${numbers.seq(x)}</b>`;
    const low = numbers.seq(nxt);
    const sum =
      of === 'equal'
        ? `${value} <i${say(left)}>${left ? '=' : '≠'}</i> ${low}`
        : `${low} <i${say(left)}>=&lt;</i> ${value} <i${say(right)}>&lt;</i> ${end}`;
    return `<span class="work"><code>${sum}</code> <em class="${holds ? 'holds' : 'fails'}">${escapeText(answer)}</em></span>`;
  };
  return judgement.comparisons.map(line).join('');
}

/** Where a segment lies, in one line for its drawing's name. */
export function nameSegment(piece: Piece, judgement: Judgement, { t, numbers }: Speech): string {
  const values = { seq: numbers.seq(piece.seq), length: numbers.count(judgement.length) };
  return `${t('ring.segment.name', values)} ${tellJudgement(judgement, { t, numbers })}`;
}
