import { duration } from '#figures/ladder/time.ts';
import type { Translator } from '#text/text.ts';
import { MOMENT } from '#trace/moment.ts';
import type { Trace, TraceEntry, TransitEntry } from '#trace/trace.ts';
import { rfcText } from './segment.ts';

/** A line of what has happened so far: when, who, what, and what became of it. Plain text. */
export interface LedgerLine {
  readonly time: string;
  /** `A → B` of a segment, `A` of a call. */
  readonly who: string;
  readonly what: string;
  /** What has become of a segment until then; empty if there is nothing to say. */
  readonly fate: string;
  /** It is a segment as the RFC writes it. */
  readonly isSegment: boolean;
}

/** What an exercise tells of a run before it asks. */
export interface Ledger {
  /** Is there more before the first line? */
  readonly isCut: boolean;
  readonly lines: readonly LedgerLine[];
}

/** How many lines are told unless an author says otherwise. */
const MOST = 4;

/**
 * What happened in a run up to a time (ms) that an exercise needs: the segments that were sent, and
 * the calls that open and close. What has number `without` in the Trace, or comes after it, is left out.
 */
export function ledgerOf(
  trace: Trace,
  t: Translator,
  { until, without = Infinity, most = MOST }: { until: number; without?: number; most?: number },
): Ledger {
  const past = trace.entries.filter((entry) => entry.n < without && entry.t <= until + MOMENT);
  const lines = past.flatMap((entry) => lineOf(entry, until, t) ?? []);
  return { isCut: lines.length > most, lines: most === 0 ? [] : lines.slice(-most) };
}

function lineOf(entry: TraceEntry, until: number, t: Translator): LedgerLine | null {
  const time = duration(entry.t, t);
  if (entry.kind === 'transit') {
    const { from, to, seg, again } = entry;
    const what = again ? t('exercise.again', { what: rfcText(seg) }) : rfcText(seg);
    return {
      time,
      who: t('exercise.way', { from, to }),
      what,
      fate: fateOf(entry, until, t),
      isSegment: true,
    };
  }
  if (entry.kind === 'crash') {
    return { time, who: entry.host, what: t('exercise.crash'), fate: '', isSegment: false };
  }
  if (entry.kind !== 'step') return null;
  const { event, host } = entry;
  if (event.type !== 'OPEN' && event.type !== 'CLOSE' && event.type !== 'ABORT') return null;
  const call = event.type === 'OPEN' ? event.mode : event.type;
  return { time, who: host, what: t(`exercise.call.${call}`), fate: '', isSegment: false };
}

function fateOf({ fate, until: end, to }: TransitEntry, now: number, t: Translator): string {
  if (fate === 'lost') return t('exercise.lost');
  return end <= now + MOMENT
    ? t('exercise.arrived', { to, time: duration(end, t) })
    : t('exercise.under-way');
}
