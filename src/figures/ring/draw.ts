import { escapeText, group, px } from '../ladder/svg.ts';
import { drawKey } from './draw-key.ts';
import { drawRing } from './draw-ring.ts';
import { drawLens, drawLine, drawRays } from './draw-strips.ts';
import type { RingLayout } from './layout.ts';
import type { PartOptions } from './part.ts';
import type { Speech } from './speech.ts';

/** The drawing of the spaces as an `<svg>` element: the ring, the line, and a lens on either side. */
export function layoutSvg(layout: RingLayout, options: PartOptions): string {
  const { idPrefix: id, t } = options;
  const { width, height } = layout;
  const title = `<title id="${id}-title">${escapeText(t('ring.title'))}</title>`;
  return `<svg class="ring" role="img" aria-labelledby="${id}-title" viewBox="0 0 ${px(width)} ${px(height)}" width="${px(width)}" height="${px(height)}">${title}<g class="body">${drawBody(layout, options)}</g></svg>`;
}

/** The inside of the drawing. */
function drawBody(layout: RingLayout, speech: Speech): string {
  return (
    group('circle', drawRing(layout, speech)) +
    group('ring-key', drawKey(layout, speech)) +
    group('rays', drawRays(layout, 'snd') + drawRays(layout, 'rcv')) +
    group('line', drawLine(layout, speech)) +
    group('lens', drawLens(layout, 'snd', speech)) +
    group('lens', drawLens(layout, 'rcv', speech))
  );
}
