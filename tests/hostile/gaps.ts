/** How often a heart beats, ms. */
const BEAT = 10;
/** A shorter pause is none, ms. */
const LEAST = 30;

/** A time in which nothing happened, in ms since 1970. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/** Beats, and notes the pauses between two beats until it is asked for them. */
export function listenForGaps(): () => readonly Gap[] {
  const gaps: Gap[] = [];
  const now = () => performance.timeOrigin + performance.now();
  let last = now();
  const beat = () => {
    const at = now();
    if (at - last > LEAST) gaps.push({ from: last, to: at });
    last = at;
  };
  const timer = setInterval(beat, BEAT);
  return () => {
    clearInterval(timer);
    beat();
    return gaps;
  };
}

/** The longest part of one of `gaps` in which `control` went on, ms. */
export function longestAlone(gaps: readonly Gap[], control: readonly Gap[]): number {
  const alone = gaps.map(({ from, to }) =>
    control.reduce(
      (rest, other) => rest - Math.max(0, Math.min(to, other.to) - Math.max(from, other.from)),
      to - from,
    ),
  );
  return Math.max(0, ...alone);
}
