import type { State } from '#tcp';
import { MOMENT } from '#trace/moment.ts';
import { statesAt } from '#trace/states-at.ts';
import type { Trace } from '#trace/trace.ts';
import type { Score } from './score.ts';

/** The event that a ladder sends out, bubbling, when its caret moves. Its detail is a `Moment`. */
export const MOMENT_EVENT = 'tcp-moment';

/** Where a ladder's caret stands, for whoever shows the same run otherwise. */
export interface Moment {
  /** ms */
  readonly t: number;
  /** The state of each host, by its name. */
  readonly states: Readonly<Record<string, State | null>>;
  /** The run: how they came there can be read in it. */
  readonly trace: Trace;
}

/** The moment at a time of a run, ms. */
export function momentAt(trace: Trace, now: number): Moment {
  return { t: now, states: statesAt(trace, now), trace };
}

/** What a reader looks for in a run: a change of state, on any host unless one is named. */
export interface Sought {
  readonly host?: string | undefined;
  readonly before: State;
  readonly after: State;
}

/** The time at which a change happens next after `now`; the first one if none comes later; or `null`. */
export function timeOf({ stays }: Score, sought: Sought, now: number): number | null {
  const { host, before, after } = sought;
  const times = stays.flatMap((stay, i) => {
    const last = stays[i - 1];
    if (
      last?.host !== stay.host ||
      last.track !== stay.track ||
      last.state !== before ||
      stay.state !== after
    )
      return [];
    return host === undefined || host === stay.host ? [stay.from] : [];
  });
  times.sort((a, b) => a - b);
  return times.find((t) => t > now + MOMENT) ?? times[0] ?? null;
}
