import { uprightBox, type Box, type Point } from './box.ts';
import { createField, firstFree } from './field.ts';
import type { HopMark, Side } from './geometry.ts';
import type { Obstacle } from './labels.ts';
import { textWidth } from './metrics.ts';
import type { Journey } from './score.ts';
import type { Sheet } from './sheet.ts';
import type { Drawn } from './trails.ts';

/** A router on a way, and the paper that its number takes. */
export interface PlacedHop {
  readonly mark: HopMark;
  readonly box: Box | null;
}

/** From a lifeline to the number beside it, and its size, px. */
const TTL = { beside: 5, below: 12, above: 5, clear: 2, size: 11 } as const;

/** The routers on each way, with the time to live where there is room for it. */
export function placeHops(
  drawn: readonly Drawn<Journey>[],
  trails: readonly Obstacle[],
  texts: readonly Box[],
  { t, columns }: Sheet,
): readonly (readonly PlacedHop[])[] {
  const field = createField<unknown>();
  for (const { box } of trails) field.add(box, null);
  for (const box of texts) field.add(box, null);
  return drawn.map(({ journey, way, lost }) =>
    journey.stops.slice(1, -1).flatMap(({ node, t: time, ttl, as }, i): PlacedHop[] => {
      const [at, before] = [way.points[i + 1], way.points[i]];
      if (at === undefined || before === undefined) return [];
      // Where it did not come, or no farther, there is nothing but the cross.
      const isBeyond = lost !== null && (way.lengths[i + 1] ?? 0) > lost * way.length + 0.5;
      if (isBeyond) return [];
      const mark = { node, t: time, at: [at.x, at.y] as Point, rewritten: as };
      if (ttl === null) return [{ mark: { ...mark, ttl: null }, box: null }];
      const side: Side = at.x >= before.x ? -1 : 1;
      const x = at.x + side * TTL.beside;
      const room = roomBeside(at.x, side, columns) - TTL.beside - TTL.clear;
      const texts = [...(i === 0 ? [t('ladder.ttl', { ttl })] : []), String(ttl)];
      const places = texts.flatMap((text) => {
        const width = textWidth(text, 'numbers', TTL.size);
        if (width > room) return [];
        return [at.y + TTL.below, at.y - TTL.above].map((y) => {
          return { text, y, box: uprightBox(x, y - 9, x + side * width, y + 1) };
        });
      });
      const boxes = places.map(({ box }) => box);
      const free = places[firstFree(boxes, field)];
      if (free === undefined) return [{ mark: { ...mark, ttl: null }, box: null }];
      field.add(free.box, null);
      const anchor = side < 0 ? ('end' as const) : ('start' as const);
      return [{ mark: { ...mark, ttl: { text: free.text, x, y: free.y, anchor } }, box: free.box }];
    }),
  );
}

/** From a lifeline to the next one on a side, px. */
function roomBeside(x: number, side: Side, columns: Sheet['columns']): number {
  let room = Infinity;
  for (const column of columns.values()) {
    const away = (column.x - x) * side - column.half;
    if (away > 1) room = Math.min(room, away);
  }
  return room;
}
