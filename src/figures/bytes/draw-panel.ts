import type { Translator } from '#text/text.ts';
import type { Field } from '#wire/fields/map.ts';
import { escapeText } from '../ladder/svg.ts';
import { addressOf } from '../ladder/rules.ts';
import type { Drawn, Selected } from './draw-hex.ts';
import { factOf, meaningAt } from './facts.ts';
import { hexText } from './hex.ts';
import { fieldsAt, rolesOf, type BytesModel } from './model.ts';
import {
  bitCount,
  fieldName,
  headerName,
  meaningOf,
  placeOf,
  shortName,
  sourceOf,
} from './names.ts';
import { fieldOctets, numberIn, shownValue, typedValue } from './value.ts';

/** What a reader may take back. */
export interface Ways {
  readonly canUndo: boolean;
  readonly isChanged: boolean;
}

const MOST_OCTETS = 16;

/** What is selected, in words: field, value, meaning, what it is to each layer; and its editor. */
export function panelHtml(
  model: BytesModel,
  { octet, field: place }: Selected,
  drawn: Drawn,
  ways: Ways,
): string {
  const { t } = drawn;
  const field = model.map.fields[place];
  if (field === undefined) return `<p class="p-means">${escapeText(t('bytes.nothing'))}</p>`;
  const href = addressOf(meaningAt(field));
  const source = escapeText(sourceOf(field, t));
  const link = href === null ? source : `<a href="${escapeText(href)}">${source}</a>`;
  return [
    `<p class="p-head"><span class="cap">${escapeText(headerName(field.layer, t))}</span> <b>${escapeText(fieldName(field, t))}</b> <span class="p-source">${link}</span></p>`,
    valueHtml(model, field, drawn),
    `<p class="p-means">${escapeText(meaningOf(model, field, t))}</p>`,
    rolesHtml(model, octet, t),
    siblingsHtml(model, octet, place, t),
    editHtml(model, field, t, ways),
  ].join('');
}

function valueHtml({ octets }: BytesModel, field: Field, { t, first }: Drawn): string {
  const now = shownValue(octets, field, t);
  const before = shownValue(first, field, t);
  const isHex = factOf(field.name).spelling === 'octets';
  const own = isHex ? '' : `<code>${hexText(fieldOctets(octets, field), MOST_OCTETS)}</code> `;
  const where = t('bytes.where', { place: placeOf(field, t), bits: bitCount(field, t) });
  const was =
    before === now ? '' : `<span class="was">${escapeText(t('bytes.was', { before }))}</span>`;
  return `<p class="p-value"><b class="mono">${escapeText(now)}</b> ${was} ${own}<span>${escapeText(where)}</span></p>`;
}

/** The same octet as each layer sees it. */
function rolesHtml({ octets, map }: BytesModel, octet: number, t: Translator): string {
  const rows = rolesOf(map, octet).map(({ layer, part, n }) => {
    const said = t(`bytes.role.${part}`, { n });
    return `<div><dt>${escapeText(t(`bytes.layer.${layer}`))}</dt><dd>${escapeText(said)}</dd></div>`;
  });
  const bits = (octets[octet] ?? 0).toString(2).padStart(8, '0');
  const head = t('bytes.roles', { at: octet, bits: `${bits.slice(0, 4)} ${bits.slice(4)}` });
  return `<p class="p-octet">${escapeText(head)}</p><dl class="p-roles">${rows.join('')}</dl>`;
}

/** The other fields of an octet that holds several. */
function siblingsHtml({ octets, map }: BytesModel, octet: number, place: number, t: Translator) {
  const fields = fieldsAt(map, octet);
  if (fields.length < 2) return '';
  const chips = fields.flatMap((n) => {
    const field = map.fields[n];
    if (field === undefined) return [];
    const [name, long] = [shortName(field, t), fieldName(field, t)];
    const text = `${escapeText(name)} <code>${numberIn(octets, field)}</code>`;
    const said = escapeText(t('bytes.pick', { name: long, value: numberIn(octets, field) }));
    return [
      `<button type="button" class="chip" data-pick="${n}" aria-pressed="${n === place}"><span aria-hidden="true">${text}</span><span class="sr-only">${said}</span></button>`,
    ];
  });
  return `<div class="p-same"><span>${escapeText(t('bytes.same-octet'))}</span>${chips.join('')}</div>`;
}

function editHtml({ octets }: BytesModel, field: Field, t: Translator, ways: Ways): string {
  const name = fieldName(field, t);
  const disabled = (is: boolean) => (is ? '' : ' disabled');
  const back = `<button type="button" class="b s" data-undo${disabled(ways.canUndo)}>${escapeText(t('bytes.undo'))}</button><button type="button" class="b s" data-restore${disabled(ways.isChanged)}>${escapeText(t('bytes.restore'))}</button>`;
  if (factOf(field.name).spelling === 'bit') {
    const isOn = numberIn(octets, field) === 1;
    const act = escapeText(t(isOn ? 'bytes.turn-off' : 'bytes.turn-on', { name }));
    return `<form class="p-edit"><button type="submit" class="b s" data-input data-toggle>${act}</button><span class="back">${back}</span></form>`;
  }
  const label = escapeText(t('bytes.new-value', { name }));
  const isLong = field.layer === 'data' || field.bits > 48;
  const long = isLong ? ' class="long"' : '';
  return `<form class="p-edit"><label><span>${escapeText(t('bytes.value'))}</span><input data-input${long} aria-label="${label}" value="${escapeText(typedValue(octets, field))}" spellcheck="false" autocomplete="off" autocapitalize="off"></label><button type="submit" class="b s">${escapeText(t('bytes.set'))}</button><span class="back">${back}</span></form>`;
}
