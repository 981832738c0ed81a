import type { Translator } from '#text/text.ts';
import type { Trace } from '#trace/trace.ts';
import { drawBody } from './draw.ts';
import { WIDTHS, type Width } from './form.ts';
import type { Geometry } from './geometry.ts';
import { geometrySvg } from './ladder.ts';
import { px } from './svg.ts';
import { describeLadder } from './words.ts';

/** The page's margin, which a narrow drawing may use, px. */
const MARGIN = 32;
/** No drawing is narrower, px. */
const LEAST = 280;

export interface Redraw {
  readonly trace: Trace;
  readonly layout: (width: Width) => Geometry;
  /** Time of the caret, ms; `undefined` for all in ink. */
  readonly now: number | undefined;
  readonly t: Translator;
}

/**
 * Draws whichever of a figure's two drawings is shown. As long as its size stays, only its inside
 * is replaced: title and description do not change while the caret moves.
 */
export function redrawLadder(root: HTMLElement, { trace, layout, now, t }: Redraw): void {
  for (const width of ['wide', 'narrow'] as const) {
    const drawing = root.querySelector<HTMLElement>(`.drawing.${width}`);
    const svg = drawing?.querySelector('svg');
    if (!drawing || !svg || drawing.offsetParent === null) continue;
    const geometry = layout(widthOf(width, root.clientWidth));
    const title = svg.querySelector('title');
    const idPrefix = title?.id.replace(/-title$/, '') ?? width;
    const body = svg.querySelector('.body');
    const size = `0 0 ${geometry.form.width} ${px(geometry.height)}`;
    if (body && svg.getAttribute('viewBox') === size) {
      body.innerHTML = drawBody(geometry, { idPrefix, now, unit: t('ladder.unit') });
    } else {
      const names = { title: title?.textContent ?? '', description: describeLadder(trace, t) };
      drawing.innerHTML = geometrySvg(geometry, { t, idPrefix, now, ...names });
    }
  }
}

/** A window too narrow for the narrow drawing gets one of its own width. */
function widthOf(width: 'wide' | 'narrow', room: number): Width {
  if (width === 'wide' || room + MARGIN >= WIDTHS.narrow) return width;
  return Math.max(LEAST, Math.floor(room + MARGIN));
}
