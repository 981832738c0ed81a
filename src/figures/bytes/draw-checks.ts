import type { ChecksumCheck, SumPart } from '#wire/fields/checks.ts';
import type { Translator } from '#text/text.ts';
import { formatAddress } from '#wire/address.ts';
import { escapeText } from '../ladder/svg.ts';
import type { Drawn } from './draw-hex.ts';
import { lengthCheck } from './edit.ts';
import { hexOf } from './hex.ts';
import type { BytesModel } from './model.ts';
import { problemText } from './names.ts';
import { hexNumber } from './value.ts';

/** So many words of a part are written out. */
const MOST_WORDS = 40;

/** Problems that a row of its own says already. */
const SAID: ReadonlySet<string> = new Set(['ip-checksum', 'tcp-checksum', 'ip-cut']);

/** Which checksums and lengths are right, how the checksums are computed, and what else is wrong. */
export function checksHtml(model: BytesModel, drawn: Drawn): string {
  const { t } = drawn;
  const problems = model.map.problems
    .filter(({ kind }) => !SAID.has(kind))
    .map((problem) => problemRow(problemText(problem, t)));
  const sums = model.checks.map((check) => {
    const name = t(`bytes.check.${check.of}`);
    return row(drawn, { ...check, name, of: check.of, spell: (n) => hexNumber(n, 16) });
  });
  const how = model.checks.map((check) => howHtml(check, t)).reverse();
  return `<ul class="checks">${problems.join('')}${lengthRow(model, drawn)}${sums.join('')}</ul>${how.join('')}`;
}

function problemRow(text: string): string {
  return `<li class="wrong"><span class="problem"><span class="verdict">✕</span> ${escapeText(text)}</span></li>`;
}

function lengthRow(model: BytesModel, drawn: Drawn): string {
  const check = lengthCheck(model);
  if (check === null) return '';
  const isFour = model.map.layers.some(({ layer }) => layer === 'ipv4');
  const name = drawn.t(isFour ? 'bytes.check.length4' : 'bytes.check.length6');
  return row(drawn, { ...check, name, of: 'length', spell: String });
}

interface Row {
  readonly name: string;
  readonly of: string;
  readonly said: number;
  readonly wanted: number;
  readonly isRight: boolean;
  readonly spell: (n: number) => string;
}

function row({ t, alive }: Drawn, { name, of, said, wanted, isRight, spell }: Row): string {
  const verdict = isRight ? t('bytes.right') : t('bytes.wrong', { wanted: spell(wanted) });
  const mark = isRight ? '✓' : '✕';
  const label = escapeText(t('bytes.put-right-name', { name }));
  const button =
    alive && !isRight
      ? ` <button type="button" class="b s needs-script" data-right="${of}" aria-label="${label}">${escapeText(t('bytes.put-right'))}</button>`
      : '';
  return `<li class="${isRight ? 'right' : 'wrong'}" data-check="${of}" tabindex="-1"><b>${escapeText(name)}</b> <code>${spell(said)}</code> <span class="verdict"><span aria-hidden="true">${mark}</span> ${escapeText(verdict)}</span>${button}</li>`;
}

/** How a checksum comes about: the parts that it covers as 16-bit words, their sum, its complement. */
function howHtml(check: ChecksumCheck, t: Translator): string {
  const { of, parts, wanted } = check;
  const total = 0xffff - wanted;
  const row = (name: string, words: string, sum: string) =>
    `<tr><th scope="row">${escapeText(name)}</th><td class="words">${words}</td><td class="sum">${sum}</td></tr>`;
  const rows = parts
    .filter(({ octets }) => octets.length > 0)
    .map((part) => row(t(`bytes.sum.${part.part}`), wordsOf(part), hexNumber(part.sum, 16)));
  const last = [
    row(t('bytes.sum.total'), '', hexNumber(total, 16)),
    row(t('bytes.sum.turned'), '', hexNumber(wanted, 16)),
  ];
  const head = ['part', 'words', 'sum'].map(
    (name) => `<th scope="col">${escapeText(t(`bytes.sum.head.${name}`))}</th>`,
  );
  const pseudo = parts.find(({ part }) => part === 'pseudo');
  const figure = pseudo === undefined ? '' : pseudoHtml(pseudo, t);
  const name = t(`bytes.check.${of}`);
  return `<details class="how" data-how="${of}"><summary>${escapeText(t('bytes.how', { name }))}</summary><p>${escapeText(t(`bytes.how.${of}`))}</p>${figure}<table><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}${last.join('')}</tbody></table></details>`;
}

/** 16-bit words; an odd last octet stands with a zero behind it, as it is counted. */
function wordsOf({ octets }: SumPart): string {
  const words = Array.from(
    { length: Math.ceil(octets.length / 2) },
    (_, i) => hexOf(octets[2 * i] ?? 0) + hexOf(octets[2 * i + 1] ?? 0),
  );
  const shown = words.slice(0, MOST_WORDS).join(' ');
  return words.length > MOST_WORDS ? `${shown} …` : shown;
}

/** The pseudo-header, as RFC 9293 Figure 2 draws it. */
function pseudoHtml({ octets }: SumPart, t: Translator): string {
  const size = octets.length === 12 ? 4 : 16;
  const address = (at: number) => formatAddress(octets.slice(at, at + size));
  const length = ((octets[size === 4 ? 10 : 34] ?? 0) << 8) | (octets[size === 4 ? 11 : 35] ?? 0);
  const box = (name: string, value: string | number, bits: number) =>
    `<span class="box" style="grid-column:span ${bits}"><b>${escapeText(t(`bytes.pseudo.${name}`))}</b> <span class="v">${value}</span></span>`;
  const ends = box('source', address(0), 32) + box('destination', address(size), 32);
  const rest =
    size === 4
      ? box('zero', 0, 8) + box('protocol', 6, 8) + box('length', length, 16)
      : box('length', length, 32) + box('zero', 0, 24) + box('next', 6, 8);
  return `<div class="pseudo">${ends}${rest}</div>`;
}
