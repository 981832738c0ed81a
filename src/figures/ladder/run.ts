import type { Translator } from '#text/text.ts';
import type { Trace } from '#trace/trace.ts';
import type { Width } from './form.ts';
import type { Geometry } from './geometry.ts';
import { eventTimes, layoutLadder } from './layout.ts';
import type { Mark } from './names.ts';
import type { Said } from './said.ts';
import { readScore, type Score } from './score.ts';
import { layoutOptions, PLAIN, type View } from './view.ts';

/** A run of a scenario with all that is computed from it once. */
export interface Run {
  readonly trace: Trace;
  readonly score: Score;
  /** What is said at each time; `null`: it has to be told. */
  readonly said: Said | null;
  /** The drawing in short; missing where it stands in the page with the drawing. */
  readonly description?: string;
  /** The times at which something happens, ms, in order. */
  readonly times: readonly number[];
  /** By what the caret's track is drawn: the wide drawing, however the reader looks at it. */
  readonly track: Geometry;
  /** The run laid out for a width and a view. The same arguments give the same record. */
  layout(width: Width, view: View): Geometry;
}

/** A trace, what is told of it already, and states to be framed. */
interface Source extends Pick<Run, 'trace' | 'said' | 'description'> {
  readonly marks?: readonly Mark[];
}

/** Makes a run of a trace. */
export function runOf({ trace, said, description, marks = [] }: Source, t: Translator): Run {
  const score = readScore(trace);
  const known = new Map<string, Geometry>();
  const layout = (width: Width, view: View): Geometry => {
    const key = [width, ...Object.values(view)].join();
    const geometry =
      known.get(key) ?? layoutLadder(trace, { width, t, marks, ...layoutOptions(view) }, score);
    known.set(key, geometry);
    return geometry;
  };
  return {
    ...{ trace, score, said, layout, times: eventTimes(trace, score) },
    ...(description === undefined ? {} : { description }),
    get track() {
      return layout('wide', PLAIN);
    },
  };
}
