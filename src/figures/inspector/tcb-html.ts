import type { Translator } from '#text/text.ts';
import { escapeText } from '../ladder/svg.ts';
import { GROUPS } from './tcb-fields.ts';
import type { TcbRow } from './tcb-rows.ts';

export interface TcbHtmlOptions {
  /** Whose TCB, and when: the table's caption. */
  readonly caption: string;
  /** Only what changed. */
  readonly onlyChanged?: boolean;
}

/**
 * The rows as a table. What changed bears a revision mark (△, as on a drawing), heavier lettering,
 * what it was before, and a word for those who see none of it.
 */
export function tcbHtml(
  rows: readonly TcbRow[],
  t: Translator,
  { caption, onlyChanged = false }: TcbHtmlOptions,
): string {
  const shown = onlyChanged ? rows.filter(({ changed }) => changed) : rows;
  const bodies = GROUPS.map((group) => {
    const own = shown.filter((row) => row.group === group);
    if (own.length === 0) return '';
    const head = `<tr class="group"><th scope="rowgroup" colspan="3">${escapeText(t(`inspector.group.${group}`))}</th></tr>`;
    return `<tbody>${head}${own.map((row) => rowHtml(row, t)).join('')}</tbody>`;
  });
  const columns = ['variable', 'value', 'was'].map(
    (column) => `<th scope="col">${escapeText(t(`inspector.column.${column}`))}</th>`,
  );
  const none = `<tbody><tr><td colspan="3">${escapeText(t('inspector.nothing'))}</td></tr></tbody>`;
  return [
    `<table class="inspector tcb"><caption>${escapeText(caption)}</caption>`,
    `<thead><tr>${columns.join('')}</tr></thead>`,
    shown.length === 0 ? none : bodies.join(''),
    '</table>',
  ].join('');
}

function rowHtml({ key, label, value, was, changed, meaning }: TcbRow, t: Translator): string {
  const mark = changed
    ? `<span class="mark" aria-hidden="true">△</span><span class="sr-only"> ${escapeText(t('inspector.changed'))}</span>`
    : '';
  const name = `<th scope="row">${mark}<b>${escapeText(label)}</b> <span class="means">${escapeText(meaning)}</span></th>`;
  const before = was === null ? '' : escapeText(was);
  return `<tr data-key="${escapeText(key)}"${changed ? ' class="changed"' : ''}>${name}<td>${escapeText(value)}</td><td class="was">${before}</td></tr>`;
}
