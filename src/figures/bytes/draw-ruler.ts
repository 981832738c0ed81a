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
    ...(drawn.selected?.field === piece.field ? ['selected'] : []),
    ...(differs(drawn.first, model.octets, field) ? ['changed'] : []),
  ];
  const place = `grid-area:${row + 1}/${column + 2}/span ${rows}/span ${bits};--rows:${rows}`;
  if (!piece.isNamed) {
    return `<span class="${names.join(' ')}" data-f="${piece.field}" aria-hidden="true" style="${place}"></span>`;
  }
  const start = `<span class="${names.join(' ')}" data-f="${piece.field}" data-name="${field.name}"`;
  const value = escapeText(boxValue(model, field, drawn.t));
  if (!drawn.alive) {
    return `${start} style="${place}">${labels(field, drawn.t)} <span class="v">${value}</span></span>`;
  }
  // What is seen is short; what is said is whole.
  const said = escapeText(saidOf(model, field, drawn.t));
  const tab = piece.field === block.fields[0] ? 0 : -1;
  return `${start} role="option" aria-selected="false" tabindex="${tab}" style="${place}">${labels(field, drawn.t, HIDE)} <span class="v"${HIDE}>${value}</span><span class="sr-only">${said}</span></span>`;
}

const HIDE = ' aria-hidden="true"';

function labels(field: Field, t: Translator, hide = ''): string {
  const [long, short] = [fieldName(field, t), shortName(field, t)].map(escapeText);
  return long === short
    ? `<b${hide}>${long}</b>`
    : `<b class="long"${hide}>${long}</b><b class="short"${hide}>${short}</b>`;
}

function boxValue({ octets }: BytesModel, field: Field, t: Translator): string {
  if (factOf(field.name).spelling === 'octets') {
    return hexText(fieldOctets(octets, field), MOST.octets);
  }
  const typed = typedValue(octets, field);
  const short = `bytes.option-short.${field.option ?? ''}`;
  if (field.name === 'tcp.kind' && t.has(short)) {
    return t('bytes.value.kind', { n: typed, name: t(short) });
  }
  return typed.length > MOST.letters ? `${typed.slice(0, MOST.letters)}…` : typed;
}

function saidOf({ octets }: BytesModel, field: Field, t: Translator): string {
  return t('bytes.say.box', {
    ...{ name: fieldName(field, t), value: shownValue(octets, field, t) },
    ...{ size: bitCount(field, t), place: placeOf(field, t) },
  });
}
