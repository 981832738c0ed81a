import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CaseReport } from '#judge/report.ts';
import { ladderSvg } from '#figures/ladder/ladder.ts';
import { layoutLadder } from '#figures/ladder/layout.ts';
import type { Mark } from '#figures/ladder/names.ts';
import { yAt } from '#figures/ladder/scale.ts';
import { useTexts } from '../bench/texts.ts';
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
  const { divergence } = report;
  const marks = (side: (typeof SIDES)[number]): Mark[] => {
    const n = side === 'theirs' ? divergence?.theirsAt : divergence?.referenceAt;
    return n === null || n === undefined ? [] : [{ host: 'B', n }];
  };
  const draw = (side: (typeof SIDES)[number]) =>
    ladderSvg(report[side], {
      t,
      width,
      idPrefix: `${id}-${side}`,
      title: t(`workbench.ladder.${side}`),
      titles: { B: t(`workbench.ladder.${side}.short`) },
      marks: marks(side),
    });
  const y =
    divergence && beside
      ? yAt(layoutLadder(report.reference, { width, t }).scale, divergence.t)
      : null;

  return (
    <div class={beside ? 'wb-two beside' : 'wb-two'} ref={place}>
      {room > 0 &&
        SIDES.map((side) => <div key={side} dangerouslySetInnerHTML={{ __html: draw(side) }} />)}
      {y !== null && (
        <span class="wb-ne" style={{ top: `${String(y)}px` }} aria-hidden="true">
          ≠
        </span>
      )}
    </div>
  );
}
