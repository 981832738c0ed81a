import type { RingState } from './change.ts';
import type { Handle } from './handle.ts';
import type { Speech } from './speech.ts';

export interface PartOptions extends Speech {
  /** Ids in the drawing begin with it. */
  readonly idPrefix: string;
  /** px */
  readonly width: number;
}

/** A part of the figure as it is to be shown. */
export interface Scene {
  /** The drawing as an `<svg>` element; empty if there is nothing to see. */
  readonly svg: string;
  readonly sentence: string;
  /** The rows of its table, HTML; `null` if it has none. */
  readonly rows: string | null;
  readonly handles: readonly Handle[];
}

/**
 * Draws a part, the same at build time and in the page. It remembers what its lenses showed; with
 * `hold` they go on showing it.
 */
export type DrawPart = (state: RingState, options: PartOptions, hold?: boolean) => Scene;
