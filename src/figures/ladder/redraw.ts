import type { Translator } from '#text/text.ts';
import { drawBody } from './draw.ts';
import { WIDTHS, type Width } from './form.ts';
import type { Geometry } from './geometry.ts';
import { geometrySvg } from './geometry-svg.ts';
import type { Run } from './run.ts';
import { around, holds, sightOf, WHOLE, type Part } from './sight.ts';
import { px } from './svg.ts';
import type { View } from './view.ts';

/** The page's margin, which a narrow drawing may use, px. */
const MARGIN = 32;
/** No drawing is narrower, px. */
const LEAST = 280;

/** The two drawings of a figure. */
const FORMS = ['wide', 'narrow'] as const;
type Form = (typeof FORMS)[number];

/** What a figure shows now. */
export interface Shown {
  readonly run: Run;
  readonly view: View;
  /** Time of the caret, ms; `undefined` for all in ink. */
  readonly now: number | undefined;
}

/** Whichever of a figure's two drawings has room in the page. */
export interface Drawing {
  readonly svg: SVGSVGElement;
  /** Laid out when it is asked for. */
  readonly geometry: Geometry;
}

/** The sheet on which a figure is drawn anew. */
export interface Sheet {
  /** Draws what is shown; of a long drawing what can be seen, unless all of it is wanted. */
  draw(isWhole?: boolean): void;
  /** Draws both drawings, all of them: on paper there may be other room. */
  drawForPaper(): void;
  /** Draws if what stands there does not fit the room any more, or if another part came in sight. */
  refresh(): void;
  /** The drawing that has room; `null` where the figure itself is not shown. */
  drawing(): Drawing | null;
}

/** The sheet of the figure `root`. It draws what `shown` says at that moment. */
export function createSheet(root: HTMLElement, shown: () => Shown, t: Translator): Sheet {
  /** The parts that are drawn of long drawings. */
  const parts = new WeakMap<SVGSVGElement, Part>();

  const formIn = (form: Form) => {
    const box = root.querySelector<HTMLElement>(`.drawing.${form}`);
    const svg = box?.querySelector('svg');
    return box && svg ? { box, svg, form, width: widthOf(form, root.clientWidth) } : null;
  };
  const find = () => {
    const all = FORMS.map(formIn);
    return all.find((found) => found !== null && found.box.offsetParent !== null) ?? null;
  };

  /** The form that was drawn last: the other one may be of another moment. */
  let current = find()?.form ?? null;

  const draw = (found: ReturnType<typeof find>, isWhole: boolean) => {
    if (found === null) return;
    current = found.form;
    const { box, svg, form, width } = found;
    const { run, view, now } = shown();
    const geometry = run.layout(width, view);
    const title = svg.querySelector('title');
    const idPrefix = title?.id.replace(/-title$/, '') ?? form;
    const size = `0 0 ${geometry.form.width} ${px(geometry.height)}`;
    const isSame = svg.getAttribute('viewBox') === size;
    // A drawing that becomes another size is first put there, then it is seen where it stands.
    const part = !isWhole && isSame && geometry.height > WHOLE ? around(sightOf(svg)) : undefined;
    const body = svg.querySelector('.body');
    if (body && isSame) {
      const unit = t('ladder.unit');
      body.innerHTML = drawBody(geometry, { idPrefix, now, unit, from: part?.[0], to: part?.[1] });
      if (part) parts.set(svg, part);
      else parts.delete(svg);
      return;
    }
    const description = run.description ?? svg.querySelector('desc')?.textContent ?? '';
    const names = { title: title?.textContent ?? '', description };
    const isLong = geometry.height > WHOLE;
    const nothing = isLong ? { from: 0, to: 0 } : {};
    box.innerHTML = geometrySvg(geometry, { t, idPrefix, now, ...nothing, ...names });
    if (isLong) draw(formIn(form), isWhole);
  };

  return {
    draw: (isWhole = false) => draw(find(), isWhole),
    drawForPaper() {
      for (const form of FORMS) draw(formIn(form), true);
      current = null;
    },
    refresh() {
      const found = find();
      if (found === null) return;
      const { svg, form, width } = found;
      if (form !== current) return draw(found, false);
      const part = parts.get(svg);
      const { width: drawn, height } = svg.viewBox.baseVal;
      const isFitting = drawn === (typeof width === 'number' ? width : WIDTHS[width]);
      if (!isFitting || (part !== undefined && !holds(part, sightOf(svg), height))) {
        draw(found, false);
      }
    },
    drawing() {
      const found = find();
      if (found === null) return null;
      const { svg, width } = found;
      return {
        svg,
        get geometry() {
          const { run, view } = shown();
          return run.layout(width, view);
        },
      };
    },
  };
}

/** A window too narrow for the narrow drawing gets one of its own width. */
function widthOf(form: Form, room: number): Width {
  if (form === 'wide' || room + MARGIN >= WIDTHS.narrow) return form;
  return Math.max(LEAST, Math.floor(room + MARGIN));
}
