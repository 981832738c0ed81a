import type { Translator } from '#text/text.ts';
import { escapeText } from '../ladder/svg.ts';
import type { Layer } from './fields.ts';
import { comparedAt, type Head, type Row, rowsOf, type Step } from './steps.ts';
import type { Journey, Story } from './story.ts';
import { nodeTitle } from './words.ts';

/** A value, and for all senses whether it is another one than on the link before. */
function cell(raw: string, isChanged: boolean, t: Translator): string {
  // A long address may be broken behind its colons.
  const value = escapeText(raw).replaceAll(':', ':<wbr>');
  if (!isChanged) return `<td>${value}</td>`;
  const said = `<span class="sr-only">${escapeText(t('routers.changed'))}</span>`;
  return `<td class="changed"><i aria-hidden="true">≠</i>${said}<b>${value}</b></td>`;
}

/** A row for each field, under a heading for each layer. */
function bodies(rows: readonly Row[], columns: number, t: Translator): string {
  const layers = [...new Set(rows.map(({ layer }) => layer))];
  return layers
    .map((layer: Layer) => {
      const own = rows.filter((row) => row.layer === layer);
      const lines = own.map(({ key, values, changed }) => {
        const cells = values.map((value, i) => cell(value, changed[i] === true, t)).join('');
        return `<tr><th scope="row">${escapeText(t(`routers.field.${key}`))}</th>${cells}</tr>`;
      });
      const name = escapeText(t(`routers.layer.${layer}`));
      return `<tbody><tr class="layer"><th scope="rowgroup" colspan="${columns + 1}">${name}</th></tr>${lines.join('')}</tbody>`;
    })
    .join('');
}

function table(caption: string, heads: readonly string[], rows: readonly Row[], t: Translator) {
  const head = heads.map((each) => `<th scope="col">${escapeText(each)}</th>`).join('');
  return `<table class="fields"><caption>${escapeText(caption)}</caption><thead><tr><th scope="col">${escapeText(t('routers.field'))}</th>${head}</tr></thead>${bodies(rows, heads.length, t)}</table>`;
}

/** The table of a step: each field before and after, or as it was sent and as it is here. */
export function stepTableHtml(story: Story, step: Step, t: Translator): string {
  const compared = comparedAt(story, step);
  if (compared === null) return '';
  const { heads, from, to } = compared;
  const node = nodeTitle(story, from.to, t);
  const words = heads.map((head: Head) => t(`routers.head.${head}`, { node }));
  const rows = rowsOf(heads.length === 1 ? [from] : [from, to]);
  return table(t('routers.table'), words, rows, t);
}

/** All links of a journey side by side. */
export function journeyTableHtml(
  story: Story,
  journey: Journey,
  caption: string,
  t: Translator,
): string {
  const heads = journey.legs.map(({ from, to }) =>
    t('routers.link', { from: nodeTitle(story, from, t), to: nodeTitle(story, to, t) }),
  );
  return table(caption, heads, rowsOf(journey.legs), t);
}
