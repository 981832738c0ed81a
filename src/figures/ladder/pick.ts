import type { Live } from './live.ts';
import type { Sheet } from './redraw.ts';
import { timeAt } from './scale.ts';
import { unitOf } from './sight.ts';
import { snapped } from './walk.ts';

/** How near to an event a click counts as the event, px of the drawing. */
const NEAR = 12;

/**
 * A click on the drawing picks the moment at that height (ms), or the event that is near it. Keys and
 * track do the same; this is for those who point.
 */
export function mountPick(live: Live, sheet: Sheet, pick: (to: number) => void): void {
  live.root.addEventListener('click', ({ target, clientY }) => {
    const svg = target instanceof Element ? target.closest('svg.ladder') : null;
    const drawing = sheet.drawing();
    // Whoever marks a text to copy it wants nothing else.
    if (svg === null || drawing?.svg !== svg || getSelection()?.type === 'Range') return;
    const { geometry } = drawing;
    const y = (clientY - svg.getBoundingClientRect().top) / unitOf(drawing.svg);
    if (y < geometry.form.head) return;
    pick(snapped(geometry, live.run.times, timeAt(geometry.scale, y), NEAR));
  });
}
