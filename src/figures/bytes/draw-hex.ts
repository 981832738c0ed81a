import type { LayerBox } from '#wire/fields/map.ts';
import type { Translator } from '#text/text.ts';
import { escapeText } from '../ladder/svg.ts';
import { hexOf } from './hex.ts';
import { blocksOf, fieldsAt, octetsOf, type Block, type BytesModel } from './model.ts';
import { fieldName, headerName, octetCount } from './names.ts';
import { shownValue } from './value.ts';

/** What a drawing shows beside the octets themselves. */
export interface Drawn {
  readonly t: Translator;
  /** Somebody can move over it and change it. */
  readonly alive: boolean;
  /** The octets as they were at first: others are marked. */
  readonly first: Uint8Array;
  /** Of what stands together so many octets are shown; the usual headers have fewer. */
  readonly most: number;
  /** What is marked as selected; in a figure that is alive that is done afterwards. */
  readonly selected?: Selected;
}

/** What is selected: an octet, and one of its fields. */
export interface Selected {
  readonly octet: number;
  /** Place in the map. */
  readonly field: number;
}

/** An offset stands before so many octets: as many as a row has in the narrow form. */
const HALF = 8;

/** The hex view: the octets of each header, one header within what the one before carries. */
export function hexHtml(model: BytesModel, drawn: Drawn): string {
  const blocks = [...blocksOf(model.map)];
  const outermost = envelope(model, 0, blocks, drawn);
  // What follows the end of a packet belongs to nobody.
  return outermost + blocks.map((block) => octetsHtml(model, block, drawn)).join('');
}

/** A layer with its header and what it holds. Takes the blocks that it shows out of the list. */
function envelope(model: BytesModel, n: number, blocks: Block[], drawn: Drawn): string {
  const box = model.map.layers[n];
  if (box === undefined) return '';
  const { t } = drawn;
  const own = takeBlock(blocks, ({ layer, start }) => layer === box.layer && start === box.start);
  const inner = envelope(model, n + 1, blocks, drawn);
  const after = takeBlock(blocks, ({ layer }) => layer === box.layer && layer !== 'data');
  const name = t(`bytes.layer.${box.layer}`);
  const size = octetCount(box.end - box.start, t);
  const octets = [own, after].map((block) => (block ? octetsHtml(model, block, drawn) : ''));
  const label = escapeText(t('bytes.layer-size', { layer: name, size }));
  const group = drawn.alive ? ` role="group" aria-label="${label}"` : '';
  return `<div class="env"${group} style="--depth:${n}"><p class="env-head" data-layer="${box.layer}"><b>${escapeText(name)}</b> <span>${escapeText(sizeText(box, t))}</span></p>${octets[0]}${inner}${octets[1]}</div>`;
}

function takeBlock(blocks: Block[], wanted: (block: Block) => boolean): Block | undefined {
  const at = blocks.findIndex(wanted);
  return at === -1 ? undefined : blocks.splice(at, 1)[0];
}

function sizeText({ layer, start, body, end }: LayerBox, t: Translator): string {
  const all = octetCount(end - start, t);
  if (layer === 'data') return all;
  return t('bytes.size', { all, header: octetCount(body - start, t) });
}

function octetsHtml(model: BytesModel, block: Block, drawn: Drawn): string {
  const { t, alive, most } = drawn;
  const { layer, start, end } = block;
  const stop = Math.min(end, start + most);
  const cells: string[] = [];
  for (let at = start; at < stop; at++) {
    const n = at - start;
    if (n % HALF === 0) {
      const half = n % (2 * HALF) === 0 ? '' : ' half';
      cells.push(`<i class="at${half}" aria-hidden="true">${at.toString(16).padStart(4, '0')}</i>`);
    }
    cells.push(octetHtml(model, block, at, drawn));
  }
  const name = t('bytes.list', { header: headerName(layer, t), size: octetCount(end - start, t) });
  const role = alive ? ` role="listbox" aria-label="${escapeText(name)}"` : '';
  const rest = end - stop;
  const more = rest === 0 ? '' : moreHtml(rest, drawn);
  return `<div class="octets" data-start="${start}"${role}>${cells.join(' ')}</div>${more}`;
}

function moreHtml(n: number, { t, alive }: Drawn): string {
  const text = escapeText(t('bytes.more', { size: octetCount(n, t) }));
  return alive
    ? `<button type="button" class="b s more" data-more>${text}</button>`
    : `<p class="more">${text}</p>`;
}

function octetHtml(model: BytesModel, block: Block, at: number, drawn: Drawn): string {
  const { octets, map } = model;
  const octet = octets[at] as number;
  const isLast = map.fields[fieldsAt(map, at).at(-1) ?? -1];
  const ends = isLast === undefined || octetsOf(isLast)[1] === at + 1;
  const isChanged = drawn.first[at] !== octet;
  const names = ['o', ...(ends ? ['e'] : []), ...(isChanged ? ['changed'] : [])];
  const { selected } = drawn;
  if (selected !== undefined && fieldsAt(map, at).includes(selected.field)) names.push('selected');
  if (selected?.octet === at) names.push('here');
  const attributes = drawn.alive ? optionOf(model, block, at, drawn.t) : '';
  return `<span class="${names.join(' ')}" data-o="${at}"${attributes}>${hexOf(octet)}</span>`;
}

/** What a screen reader says of an octet: its place, its two digits, the field, the value. */
function optionOf(model: BytesModel, { start }: Block, at: number, t: Translator): string {
  const { octets, map } = model;
  const fields = fieldsAt(map, at).flatMap((n) => map.fields[n] ?? []);
  const said = fields.map((field) => {
    const [first, end] = octetsOf(field);
    const values = { name: fieldName(field, t), value: shownValue(octets, field, t) };
    const places = { n: at - first + 1, of: end - first };
    return places.of === 1
      ? t('bytes.say.field', values)
      : t('bytes.say.part', { ...values, ...places });
  });
  const hex = hexOf(octets[at] as number);
  const label = t('bytes.say.octet', { at, hex, fields: said.join(t('bytes.comma')) });
  return ` role="option" aria-selected="false" tabindex="${at === start ? 0 : -1}" aria-label="${escapeText(label)}"`;
}
