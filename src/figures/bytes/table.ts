import type { Translator } from '#text/text.ts';
import { escapeText } from '../ladder/svg.ts';
import { hexText } from './hex.ts';
import { blocksOf, octetsOf, type BytesModel } from './model.ts';
import { fieldName, headerName, meaningOf } from './names.ts';
import { fieldOctets, shownValue } from './value.ts';

/** So many octets of a field stand in a row of the table. */
const MOST = 16;

/** The figure in words: every field with its octets, its value and what it means. Rows of a table. */
export function tableHtml(model: BytesModel, t: Translator): string {
  const { octets, map } = model;
  const head = ['octets', 'field', 'hex', 'value'].map(
    (name) => `<th scope="col">${escapeText(t(`bytes.table.${name}`))}</th>`,
  );
  const bodies = blocksOf(map).map((block) => {
    const rows = block.fields.flatMap((place) => {
      const field = map.fields[place];
      if (field === undefined) return [];
      const [start, end] = octetsOf(field);
      const where = end - start === 1 ? String(start) : `${start}–${end - 1}`;
      const meaning = escapeText(meaningOf(model, field, t));
      return [
        `<tr><td>${where}</td><th scope="row">${escapeText(fieldName(field, t))}<small>${meaning}</small></th><td class="mono">${hexText(fieldOctets(octets, field), MOST)}</td><td class="mono">${escapeText(shownValue(octets, field, t))}</td></tr>`,
      ];
    });
    return `<tbody><tr><th colspan="4" scope="rowgroup">${escapeText(headerName(block.layer, t))}</th></tr>${rows.join('')}</tbody>`;
  });
  return `<thead><tr>${head.join('')}</tr></thead>${bodies.join('')}`;
}
