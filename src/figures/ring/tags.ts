import type { Seq } from '#tcp';
import { add } from '#tcp/seq.ts';
import { type Circle, type Point, pointAt } from './circle.ts';
import { HALF, MARKS, type Mark, placeOf, RING, type Side, SIDES, type Spaces } from './spaces.ts';
import type { Speech } from './speech.ts';
import { spread } from './spread.ts';

/** Lettering beside the ring: what stands at a number, or in one place with others. */
export interface Tag {
  readonly kind: Side | 'half' | 'tick';
  readonly lines: readonly string[];
  /** Where the leader begins: at the ring. */
  readonly from: Point;
  /** Where the lettering begins or, left of the ring, ends. */
  readonly x: number;
  /** Its middle. */
  readonly y: number;
  readonly anchor: 'start' | 'end';
}

interface Wanted {
  readonly kind: Tag['kind'];
  readonly seq: Seq;
  readonly r: number;
  readonly lines: readonly string[];
}

/** Height of a line of lettering, px. */
export const TAG_LINE = 15;
/** Marks nearer to one another than this share one tag, px along the ring. */
const TOGETHER = 16;
/** Between the lettering of one tag and that of the next, px. */
const BETWEEN = 8;
/** From the ring to its lettering, px. */
const AIR = 15;

/** The lettering around the ring: right of it and left of it, none on another. */
export function layoutTags(
  spaces: Spaces,
  circle: Circle,
  r: Readonly<Record<Side, number>>,
  speech: Speech,
): readonly Tag[] {
  const { t } = speech;
  const wanted: Wanted[] = SIDES.flatMap((side) => sideTags(spaces, side, r, speech));
  for (const [seq, key] of [
    [RING / 4, 'ring.tick.quarter'],
    [(RING / 4) * 3, 'ring.tick.threeQuarters'],
  ] as const) {
    wanted.push({ kind: 'tick', seq, r: r.snd, lines: [t(key)] });
  }
  const { snd } = spaces;
  if (snd !== null) {
    const lines = [t('ring.half'), t('ring.mark.una')];
    wanted.push({ kind: 'half', seq: add(snd.una, HALF), r: r.snd, lines });
  }
  const isRight = ({ seq }: Wanted) => seq < HALF;
  return [
    ...place(wanted.filter(isRight), circle, r.snd, 'start'),
    ...place(
      wanted.filter((each) => !isRight(each)),
      circle,
      r.snd,
      'end',
    ),
  ];
}

/** One tag for each mark of a side, or for marks that cannot be told apart on the ring. */
function sideTags(
  spaces: Spaces,
  side: Side,
  r: Readonly<Record<Side, number>>,
  { t }: Speech,
): readonly Wanted[] {
  const near = (TOGETHER / (2 * Math.PI * r[side])) * RING;
  const tags: { seq: Seq; last: Seq; marks: Mark[] }[] = [];
  for (const mark of MARKS[side]) {
    const seq = placeOf(spaces, mark);
    if (seq === null) continue;
    const tag = tags.at(-1);
    // A window that shrank ends before SND.NXT: near is near on both sides.
    if (tag && Math.abs((seq - tag.last) | 0) < near) {
      tag.marks.push(mark);
      tag.last = seq;
    } else tags.push({ seq, last: seq, marks: [mark] });
  }
  return tags.map(({ seq, marks }) => {
    const lines = marks.flatMap((mark) =>
      mark === 'sndEnd' || mark === 'rcvEnd'
        ? [t(`ring.mark.${mark}.base`), t(`ring.mark.${mark}.plus`)]
        : [t(`ring.mark.${mark}`)],
    );
    return { kind: side, seq, r: r[side], lines };
  });
}

function place(
  wanted: readonly Wanted[],
  circle: Circle,
  outer: number,
  anchor: Tag['anchor'],
): readonly Tag[] {
  const { cx, cy } = circle;
  const wishes = wanted.map(({ seq, lines }) => ({
    at: pointAt(circle, outer + AIR, seq)[1],
    size: lines.length * TAG_LINE + BETWEEN,
  }));
  const middles = spread(wishes, cy - outer - 12, cy + outer + 26);
  return wanted.map(({ kind, seq, r, lines }, i) => {
    const y = middles[i] ?? cy;
    const high = (lines.length * TAG_LINE) / 2;
    // The lettering keeps clear of the ring with the corner that is nearest to it.
    const inner = Math.max(0, Math.abs(y - cy) - high);
    const away = Math.max(26, Math.sqrt(Math.max(0, (outer + AIR) ** 2 - inner ** 2)));
    const x = anchor === 'start' ? cx + away : cx - away;
    return { kind, lines, from: pointAt(circle, r + 4, seq), x, y, anchor };
  });
}
