import { escapeText, group, px } from '../ladder/svg.ts';
import { drawKey } from './draw-key.ts';
import { drawRing } from './draw-ring.ts';
import { drawLens, drawLine, drawRays } from './draw-strips.ts';
import { fitViews, layoutRing, type RingLayout } from './layout.ts';
import type { Spaces } from './spaces.ts';
import type { Speech } from './speech.ts';

export interface RingOptions extends Speech {
  /** Ids in the drawing begin with it. */
  readonly idPrefix: string;
  readonly width: number;
}

/** The drawing of the spaces as an `<svg>` element: the ring, the line, and a lens on either side. */
export function ringSvg(spaces: Spaces, options: RingOptions): string {
  const { width } = options;
  return layoutSvg(
    layoutRing(spaces, { width, views: fitViews(spaces), speech: options }),
    options,
  );
}

/** The same, of a layout that is there already. */
export function layoutSvg(layout: RingLayout, options: RingOptions): string {
  const { idPrefix: id, t } = options;
  const { width, height } = layout;
  const title = `<title id="${id}-title">${escapeText(t('ring.title'))}</title>`;
  return `<svg class="ring" role="img" aria-labelledby="${id}-title" viewBox="0 0 ${px(width)} ${px(height)}" width="${px(width)}" height="${px(height)}">${title}<g class="body">${drawBody(layout, options)}</g></svg>`;
}

/** The inside of the drawing. */
export function drawBody(layout: RingLayout, speech: Speech): string {
  return (
    group('circle', drawRing(layout, speech)) +
    group('ring-key', drawKey(layout, speech)) +
    group('rays', drawRays(layout, 'snd') + drawRays(layout, 'rcv')) +
    group('line', drawLine(layout, speech)) +
    group('lens', drawLens(layout, 'snd', speech)) +
    group('lens', drawLens(layout, 'rcv', speech))
  );
}
