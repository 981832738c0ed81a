import type { Trace } from '#trace/trace.ts';
import type { Translator } from '#text/text.ts';
import { describeLadder } from './describe.ts';
import type { Width } from './form.ts';
import { geometrySvg } from './geometry-svg.ts';
import type { Extras } from './label-words.ts';
import { layoutLadder } from './layout.ts';
import type { Mark } from './names.ts';
import type { Numbering } from './numbers.ts';

export interface LadderOptions {
  readonly t: Translator;
  /** Ids in the drawing begin with it; must differ between the drawings of a page. */
  readonly idPrefix: string;
  /** `wide`, `narrow`, or a width in px. A drawing is shown at the width it is drawn for. */
  readonly width?: Width;
  /** The accessible name of the drawing. */
  readonly title?: string;
  /** Time of the caret, ms: ink before it, pencil after it. Without it everything is ink. */
  readonly now?: number | undefined;
  /** States to be framed because they differ from another ladder's. */
  readonly marks?: readonly Mark[];
  /** The host whose lane is the learner's; without it, the states in which a plank acted. */
  readonly mine?: string;
  /** Other names for hosts: `{ B: 'Yours' }`. */
  readonly titles?: Readonly<Record<string, string>>;
  /** How sequence numbers are written; absolute unless given. */
  readonly numbers?: Numbering;
  /** What labels say besides flags and numbers: options, text. */
  readonly extras?: Extras;
  /** Timers that were stopped before they ran out are drawn as well. */
  readonly allTimers?: boolean;
  /** How much longer than usual a span of time is drawn; 1 unless given. */
  readonly zoom?: number;
}

/** Draws a trace as a ladder: a whole `<svg>` element as text. Pure; renders anywhere. */
export function ladderSvg(trace: Trace, options: LadderOptions): string {
  const { t, width = 'wide', title, marks = [], mine, titles } = options;
  const { numbers, extras, allTimers, zoom } = options;
  const geometry = layoutLadder(trace, {
    ...{ width, t, marks, mine, titles, numbers, extras, allTimers, zoom },
  });
  return geometrySvg(geometry, {
    ...{ t, idPrefix: options.idPrefix, now: options.now },
    ...{ title: title ?? t('ladder.title'), description: describeLadder(trace, t, titles) },
  });
}
