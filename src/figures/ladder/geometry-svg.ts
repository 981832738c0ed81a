import type { Translator } from '#text/text.ts';
import { drawBody } from './draw.ts';
import type { Geometry } from './geometry.ts';
import { escapeText, px } from './svg.ts';

/** Draws a ladder that is laid out: a whole `<svg>` element as text. Pure. */
export function geometrySvg(
  geometry: Geometry,
  options: {
    readonly t: Translator;
    readonly idPrefix: string;
    readonly now?: number | undefined;
    readonly title: string;
    readonly description: string;
    /** The part of the drawing that is to be seen, px; the whole of it unless given. */
    readonly from?: number | undefined;
    readonly to?: number | undefined;
  },
): string {
  const { t, idPrefix: id, now, title, description, from, to } = options;
  const [w, h] = [geometry.form.width, px(geometry.height)];
  const names = `<title id="${id}-title">${escapeText(title)}</title><desc id="${id}-desc">${escapeText(description)}</desc>`;
  const small = geometry.form.small ? ' small' : '';
  const body = drawBody(geometry, { idPrefix: id, now, unit: t('ladder.unit'), from, to });
  return `<svg class="ladder${small}" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-desc" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}">${names}<g class="body">${body}</g></svg>`;
}
