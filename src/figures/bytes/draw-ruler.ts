import type { Translator } from '#text/text.ts';
import type { Field } from '#wire/fields/map.ts';
import { escapeText } from '../ladder/svg.ts';
import type { Drawn } from './draw-hex.ts';
import { factOf } from './facts.ts';
import { hexText } from './hex.ts';
import { blocksOf, type Block, type BytesModel } from './model.ts';
import { bitCount, fieldName, headerName, placeOf, shortName } from './names.ts';
import { layoutRuler, type Piece } from './ruler.ts';
import { differs, fieldOctets, numberIn, shownValue, typedValue } from './value.ts';

/** Bits at which the ruler has a number. */
const TICKS = [0, 8, 16, 24, 31];
/** A box of so few bits has its name's letters one below the other. */
const UPRIGHT = 2;
/** A box of so few bits has no room for a long name in the narrow form. */
const TIGHT = 8;
/** So many octets and letters of a long value are written into a box. */
const MOST = { octets: 12, letters: 40 } as const;

/** The field view: each header as the RFCs draw it, 32 bits in a row. `open` is shown, the others are not. */
export function rulersHtml(model: BytesModel, open: Block | undefined, drawn: Drawn): string {
  return blocksOf(model.map)
    .map((block) => rulerHtml(model, block, block.start === open?.start, drawn))
    .join('');
}

function rulerHtml(model: BytesModel, block: Block, isOpen: boolean, drawn: Drawn): string {
  const { t, alive } = drawn;
  const pieces = layoutOf(model, block);
  const ticks = TICKS.map((bit) => `<i style="grid-area:1/${bit + 2}">${bit}</i>`).join('');
  const boxes = pieces.map((piece) => boxHtml(model, block, piece, drawn)).join('');
  const offsets = pieces
    .filter(({ column }) => column === 0)
    .map(({ row, offset }) => `<i style="grid-area:${row + 1}/1">${offset}</i>`)
    .join('');
  const name = headerName(block.layer, t);
  const label = escapeText(t('bytes.fields', { header: name }));
  const role = alive ? ` role="listbox" aria-label="${label}"` : '';
  return `<div class="ruler${isOpen ? ' open' : ''}" data-start="${block.start}"><p class="ruler-head">${escapeText(name)}</p><div class="ticks" aria-hidden="true">${ticks}</div><div class="boxes"${role}><span class="words" aria-hidden="true">${offsets}</span>${boxes}</div></div>`;
}

/** The boxes of a header. */
export function layoutOf({ map }: BytesModel, block: Block): readonly Piece[] {
  return layoutRuler(
    block.fields.flatMap((place) => {
      const field = map.fields[place];
      return field === undefined ? [] : [{ place, field }];
    }),
  );
}

function boxHtml(model: BytesModel, block: Block, piece: Piece, drawn: Drawn): string {
  const field = model.map.fields[piece.field];
  if (field === undefined) return '';
  const { column, bits, row, rows } = piece;
  const spelling = factOf(field.name).spelling;
  const isOn = spelling === 'bit' && numberIn(model.octets, field) === 1;
  const names = [
    'box',
    ...(bits <= UPRIGHT ? ['upright'] : bits <= TIGHT ? ['tight'] : []),
    ...(piece.goesOn ? ['goes-on'] : []),
    ...(piece.comesFrom ? ['comes-from'] : []),
    ...(isOn ? ['on'] : []),
    ...(differs(drawn.first, model.octets, field) ? ['changed'] : []),
  ];
  const place = `grid-area:${row + 1}/${column + 2}/span ${rows}/span ${bits};--rows:${rows}`;
  if (!piece.isNamed) {
    return `<span class="${names.join(' ')}" data-f="${piece.field}" aria-hidden="true" style="${place}"></span>`;
  }
  const option = drawn.alive
    ? optionOf(model, field, piece.field === block.fields[0], drawn.t)
    : '';
  return `<span class="${names.join(' ')}" data-f="${piece.field}" data-name="${field.name}"${option} style="${place}">${labels(field, drawn.t)} <span class="v">${escapeText(boxValue(model, field))}</span></span>`;
}

function labels(field: Field, t: Translator): string {
  const [long, short] = [fieldName(field, t), shortName(field, t)];
  const whole = `<b class="long">${escapeText(long)}</b>`;
  return long === short
    ? `<b>${escapeText(long)}</b>`
    : `${whole}<b class="short">${escapeText(short)}</b>`;
}

function boxValue({ octets }: BytesModel, field: Field): string {
  if (factOf(field.name).spelling === 'octets') {
    return hexText(fieldOctets(octets, field), MOST.octets);
  }
  const typed = typedValue(octets, field);
  return typed.length > MOST.letters ? `${typed.slice(0, MOST.letters)}…` : typed;
}

function optionOf({ octets }: BytesModel, field: Field, isFirst: boolean, t: Translator): string {
  const label = t('bytes.say.box', {
    ...{ name: fieldName(field, t), value: shownValue(octets, field, t) },
    ...{ size: bitCount(field, t), place: placeOf(field, t) },
  });
  return ` role="option" aria-selected="false" tabindex="${isFirst ? 0 : -1}" aria-label="${escapeText(label)}"`;
}
