import { add, distance, type Seq } from '#tcp';

/** What was seen of one direction. Places are counted from `base` on and do not wrap. */
export interface OctetsSeen {
  /** The sequence number of place 0: the SYN, or what the capture begins with. */
  readonly base: Seq;
  /** The place after the highest number that was sent, or acknowledged. */
  next: number;
  /** Ranges of places that were seen, in order, apart from each other: first, and one after the last. */
  ranges: readonly (readonly [number, number])[];
}

/** A direction of which nothing but one sequence number is known. */
export function startAt(base: Seq): OctetsSeen {
  return { base, next: 0, ranges: [] };
}

const HALF = 2 ** 31;

/** The place of a sequence number: the one of its places on the ring that is nearest to the newest. */
export function placeOf({ base, next }: OctetsSeen, seq: Seq): number {
  const ahead = distance(add(base, next), seq);
  return next + (ahead < HALF ? ahead : ahead - 2 * HALF);
}

/** Was any place from `first` to before `end` seen already? */
export function overlaps({ ranges }: OctetsSeen, first: number, end: number): boolean {
  return ranges.some(([from, to]) => from < end && first < to);
}

/** Gaps that are remembered: a capture that lost much must not become slow. */
const MOST_RANGES = 256;

/** Marks the places from `first` to before `end` as seen. */
export function see(seen: OctetsSeen, first: number, end: number): void {
  const apart = seen.ranges.filter(([from, to]) => to < first || end < from);
  const touching = seen.ranges.filter(([from, to]) => !(to < first || end < from));
  const from = Math.min(first, ...touching.map(([start]) => start));
  const to = Math.max(end, ...touching.map(([, stop]) => stop));
  const ranges = [...apart, [from, to] as const].sort((one, other) => one[0] - other[0]);
  const [lowest, second] = ranges;
  const tooMany = ranges.length > MOST_RANGES && lowest !== undefined && second !== undefined;
  seen.ranges = tooMany ? [[lowest[0], second[1]], ...ranges.slice(2)] : ranges;
  seen.next = Math.max(seen.next, end);
}
