import { overlap, reach, reachAcross, type Box } from './box.ts';

/** Boxes on a sheet, found by where they are: what a box touches is looked for only near it. */
export interface Field<T> {
  readonly add: (box: Box, item: T) => void;
  readonly remove: (box: Box, item: T) => void;
  /** The items of all boxes that share a point with this one; an item for each of its boxes. */
  readonly touching: (box: Box) => readonly T[];
}

interface Held<T> {
  readonly box: Box;
  readonly item: T;
  readonly across: number;
  readonly along: number;
  /** The uppermost band in which it lies. */
  readonly first: number;
}

/** A sheet is looked up in bands of this height, px. */
const BAND = 56;

/** An empty field. */
export function createField<T>(): Field<T> {
  const bands = new Map<number, Held<T>[]>();
  const range = (box: Box): readonly [number, number] => {
    const along = reach(box);
    return [Math.floor((box.cy - along) / BAND), Math.floor((box.cy + along) / BAND)];
  };

  return {
    add(box, item) {
      const [first, last] = range(box);
      const held = { box, item, across: reachAcross(box), along: reach(box), first };
      for (let band = first; band <= last; band++) {
        const there = bands.get(band);
        if (there === undefined) bands.set(band, [held]);
        else there.push(held);
      }
    },
    remove(box, item) {
      const [first, last] = range(box);
      for (let band = first; band <= last; band++) {
        const there = bands.get(band);
        const place = there?.findIndex((held) => held.box === box && held.item === item) ?? -1;
        if (place >= 0) there?.splice(place, 1);
      }
    },
    touching(box) {
      const [first, last] = range(box);
      const [across, along] = [reachAcross(box), reach(box)];
      const found: T[] = [];
      for (let band = first; band <= last; band++) {
        for (const held of bands.get(band) ?? []) {
          // A box that lies in several bands is looked at in the first that both have.
          if (band !== Math.max(first, held.first)) continue;
          if (Math.abs(held.box.cy - box.cy) > along + held.along) continue;
          if (Math.abs(held.box.cx - box.cx) > across + held.across) continue;
          if (overlap(held.box, box)) found.push(held.item);
        }
      }
      return found;
    },
  };
}

/** The first of some boxes that touches nothing, by its place; -1 if each touches something. */
export function firstFree(boxes: readonly Box[], field: Field<unknown>): number {
  return boxes.findIndex((box) => field.touching(box).length === 0);
}
