import type { When } from './ast.ts';

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
