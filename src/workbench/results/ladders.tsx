import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CaseReport } from '#judge/report.ts';
import { geometrySvg } from '#figures/ladder/ladder.ts';
import { layoutLadder } from '#figures/ladder/layout.ts';
import { yAt } from '#figures/ladder/scale.ts';
import { describeLadder } from '#figures/ladder/words.ts';
import type { Translator } from '#text/text.ts';
import { useTexts } from '../bench/texts.ts';
import { differingLabels, differingState, frameSvg, type Side } from './differing.ts';
import '#figures/figures.css';

/** Narrower than this there is no room for two ladders side by side, px. */
const BESIDE = 600;
/** Paper between two ladders that stand side by side. */
const GUTTER = 28;
/** A ladder gains nothing by being wider. */
const WIDEST = 400;
const SIDES = ['theirs', 'reference'] as const;

/** The learner's run and the reference's, side by side, stacked where the sheet is narrow. */
export function Ladders({ report }: { readonly report: CaseReport }) {
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

  const beside = room >= BESIDE;
  const width = Math.min(WIDEST, beside ? Math.floor(room / 2 - GUTTER / 2) : room);
  const ladders = room > 0 ? SIDES.map((side) => draw(report, side, { width, t, id })) : [];
  const y = beside ? ladders.at(-1)?.y : undefined;

  return (
    <div class={beside ? 'wb-two beside' : 'wb-two'} ref={place}>
      {ladders.map(({ svg }, i) => (
        <div key={SIDES[i]} dangerouslySetInnerHTML={{ __html: svg }} />
      ))}
      {y !== undefined && (
        <span class="wb-ne" style={{ top: `${String(y)}px` }} aria-hidden="true">
          ≠
        </span>
      )}
    </div>
  );
}

/** One ladder with what differs framed, and the height at which the two part. */
function draw(
  report: CaseReport,
  side: Side,
  { width, t, id }: { readonly width: number; readonly t: Translator; readonly id: string },
) {
  const titles = { B: t(`workbench.ladder.${side}.short`) };
  const marks = differingState(report, side);
  const geometry = layoutLadder(report[side], { width, t, marks, titles });
  const svg = geometrySvg(geometry, {
    t,
    idPrefix: `${id}-${side}`,
    title: t(`workbench.ladder.${side}`),
    description: describeLadder(report[side], t, titles),
  });
  const frames = differingLabels(report, side, geometry).map(frameSvg).join('');
  return {
    svg: svg.replace(/<\/svg>$/, `${frames}</svg>`),
    y: report.divergence ? yAt(geometry.scale, report.divergence.t) : undefined,
  };
}
