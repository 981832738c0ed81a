import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { CaseReport } from '#judge/report.ts';
import { describeLadder } from '#figures/ladder/describe.ts';
import { geometrySvg } from '#figures/ladder/geometry-svg.ts';
import { layoutLadder } from '#figures/ladder/layout.ts';
import { yAt, type TimeScale } from '#figures/ladder/scale.ts';
import type { Translator } from '#text/text.ts';
import { useTexts } from '../bench/texts.ts';
import { differingLabels, differingState, frameSvg, type Side } from './differing.ts';
import type { Moment } from './moments.ts';
import type { View } from './view.ts';
import '#figures/figures.css';

interface Props {
  readonly report: CaseReport;
  readonly view: View;
  readonly moments: readonly Moment[];
  /** The moment that is looked at, ms. */
  readonly at: number;
  /** The reader points at a moment, by its place. */
  readonly onSelect: (place: number) => void;
}

/** Narrower than this there is no room for two ladders side by side, px. */
const BESIDE = 600;
/** Paper between two ladders that stand side by side. */
const GUTTER = 28;
/** A ladder gains nothing by being wider. */
const WIDEST = 400;
const BOTH = ['theirs', 'reference'] as const;
/** Of a run that never came back nothing is known: the reference's stands alone. */
const ONE = ['reference'] as const;

/** The learner's run and the reference's, side by side, stacked where the sheet is narrow. */
export function Ladders({ report, view, moments, at, onSelect }: Props) {
  const { t } = useTexts();
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);

  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = () => setRoom(Math.floor(element.clientWidth));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);

  const sides = view.theirs.entries.length > 0 ? BOTH : ONE;
  const beside = room >= BESIDE && sides === BOTH;
  const width = Math.min(WIDEST, beside ? Math.floor(room / 2 - GUTTER / 2) : room);
  const ladders = useMemo(
    () => (room > 0 ? sides.map((side) => draw(report, view, side, { width, t, id })) : []),
    [report, view, room > 0, width, t, id],
  );
  const last = ladders.at(-1);
  const y = beside && report.divergence && last ? yAt(last.scale, report.divergence.t) : null;

  return (
    <div class={beside ? 'wb-two beside' : 'wb-two'} ref={place}>
      {ladders.map(({ svg, scale }, i) => (
        // A convenience for the mouse: the list of steps does the same for everybody.
        <div
          key={sides[i]}
          class="wb-ladder"
          onClick={(event) => onSelect(nearest(moments, scale, heightOf(event)))}
        >
          <div dangerouslySetInnerHTML={{ __html: svg }} />
          <span class="wb-at" style={{ top: `${String(yAt(scale, at))}px` }} aria-hidden="true" />
        </div>
      ))}
      {y !== null && (
        <span class="wb-ne" style={{ top: `${String(y)}px` }} aria-hidden="true">
          ≠
        </span>
      )}
    </div>
  );
}

function heightOf({ currentTarget, clientY }: MouseEvent): number {
  return currentTarget instanceof Element ? clientY - currentTarget.getBoundingClientRect().top : 0;
}

function nearest(moments: readonly Moment[], scale: TimeScale, y: number): number {
  const away = moments.map(({ t }) => Math.abs(yAt(scale, t) - y));
  return away.indexOf(Math.min(...away));
}

/** One ladder with what differs framed. */
function draw(
  report: CaseReport,
  view: View,
  side: Side,
  { width, t, id }: { readonly width: number; readonly t: Translator; readonly id: string },
) {
  const shown = { ...report, theirs: view.theirs, reference: view.reference };
  const titles = { B: t(`workbench.ladder.${side}.short`) };
  const marks = differingState(shown, side);
  const geometry = layoutLadder(shown[side], { width, t, marks, titles });
  const svg = geometrySvg(geometry, {
    t,
    idPrefix: `${id}-${side}`,
    title: t(`workbench.ladder.${side}`),
    description: describeLadder(shown[side], t, titles),
  });
  const frames = differingLabels(shown, side, geometry).map(frameSvg).join('');
  return { svg: svg.replace(/<\/svg>$/, `${frames}</svg>`), scale: geometry.scale };
}
