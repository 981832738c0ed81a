import type { When } from '../ast.ts';

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

/** When a line may happen, both ends included; `clock` is the time of the line before. ms. */
export function windowOf(when: When, clock: number): { from: number; to: number } {
  switch (when.kind) {
    case 'at':
      return { from: when.ms, to: when.ms };
    case 'after':
      return { from: clock + when.ms, to: clock + when.ms };
    case 'between': {
      const start = when.relative ? clock : 0;
      return { from: start + when.from, to: start + when.to };
    }
    case 'any':
      return { from: clock, to: Number.POSITIVE_INFINITY };
  }
}

/** `1.25 s` */
export function timeWords(ms: number): string {
  return `${Number((ms / 1_000).toFixed(6))} s`;
}
