/** How far from its time something may happen. */
export interface Tolerance {
  /** ms. */
  readonly ms: number;
  /** Of the time since the line before. */
  readonly percent: number;
}

/** The slack for something that lies `since` ms after the line before it, ms. */
export function toleranceFor({ ms, percent }: Tolerance, since: number): number {
  return Math.max(ms, (Math.max(0, since) * percent) / 100);
}

/** `1.25 s` */
export function timeWords(ms: number): string {
  return `${Number((ms / 1_000).toFixed(6))} s`;
}
