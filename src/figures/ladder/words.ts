import { MOMENT } from '#trace/moment.ts';
import type { Trace } from '#trace/trace.ts';
import type { Translator } from '#text/text.ts';
import { errorName } from './label-words.ts';
import { numbersIn, type Numbering } from './numbers.ts';
import type { Flight, Journey, Report, Score } from './score.ts';
import { penOf } from './segment.ts';
import { tellAccidents, tellTravels } from './tell-travel.ts';
import { tellEntry } from './tell.ts';
import { tellerOf, type Teller } from './teller.ts';
import { duration } from './time.ts';

/**
 * What happens at a time, in one or a few sentences: the events of that moment if there are any,
 * else what is on its way, else who waits for what. Plain text.
 */
export function sentenceAt(
  trace: Trace,
  score: Score,
  now: number,
  t: Translator,
  numbering: Numbering = 'absolute',
): string {
  const teller = tellerOf(trace, t, 'brief', {}, numbering);
  const events = tellMoment(trace, score, now, teller);
  if (events.length > 0) return events.join(t('ladder.space'));
  const isFlying = ({ t1, t2, lostAt }: Journey) => t1 < now && now < (lostAt ?? t2);
  const flying = score.flights.filter(isFlying);
  const reports = score.reports.filter(isFlying).map((report) => tellReportFlying(report, teller));
  const onTheWay = [
    ...flying.map((flight) => tellFlight('ladder.say.flies', flight, teller)),
    ...reports,
  ];
  const [only] = flying;
  if (onTheWay.length === 1 && only !== undefined) {
    onTheWay.push(meaning(only, numbersOf(only, trace, numbering), t));
  }
  const told = onTheWay.length > 0 ? onTheWay : tellWaiting(score, now, teller);
  return told.join(t('ladder.space'));
}

function tellMoment(trace: Trace, score: Score, now: number, teller: Teller): readonly string[] {
  const at = (time: number) => Math.abs(Math.max(score.start, time) - now) <= MOMENT;
  const steps = trace.entries.flatMap((entry) =>
    (entry.kind === 'step' || entry.kind === 'seen') && at(entry.t)
      ? tellEntry(entry, trace, teller)
      : [],
  );
  const others = [...tellTravels(touching(score, now), teller), ...tellAccidents(trace, teller)];
  const told = others.filter((each) => at(each.at));
  // Where a host acts, what was passed on or late is left to the list.
  const needed = told.filter(({ aside }) => aside !== true || steps.length === 0);
  return [...steps, ...needed.map(({ text }) => text)];
}

/** What is on its way at a moment, or leaves or ends then. */
function touching(score: Score, now: number): Score {
  const has = ({ t1, t2, lostAt }: { t1: number; t2: number; lostAt: number | null }) =>
    t1 <= now + MOMENT && Math.max(t2, lostAt ?? t2) >= now - MOMENT;
  return {
    ...score,
    flights: score.flights.filter((flight) => has(flight) || now <= score.start + MOMENT),
    reports: score.reports.filter(has),
  };
}

function tellFlight(key: string, { seg, from, to, t1 }: Flight, { t, the, The, segment }: Teller) {
  return t(key, { segment: segment(seg, t1), from: the(from), From: The(from), to: the(to) });
}

function tellReportFlying({ error, to }: Report, { t, the }: Teller): string {
  const segment = t('ladder.icmp', { error: errorName(error, t) });
  return t('ladder.say.flies', { segment, to: the(to) });
}

/** The numbers of a segment as they are to be written, with those of its last octet and of what it acknowledges last. */
function numbersOf({ seg, t1 }: Flight, trace: Trace, numbering: Numbering) {
  const { seq, ack } = numbersIn(trace, numbering)(seg, t1);
  const [last, before] = [seq + seg.data.length - 1, ack - 1];
  return numbering === 'relative'
    ? { seq, ack, last, before }
    : { seq, ack, last: last >>> 0, before: before >>> 0 };
}

/** What a segment says to the one who receives it. */
function meaning({ seg }: Flight, values: ReturnType<typeof numbersOf>, t: Translator): string {
  const pen = penOf(seg);
  const answer = pen === 'syn' && seg.ctl.ack ? 'synAck' : pen;
  return t(`ladder.means.${answer}`, values);
}

function tellWaiting({ brackets }: Score, now: number, { t, the, The }: Teller): readonly string[] {
  const running = brackets.filter(({ from, to }) => from < now && now < to);
  const waits = running.map(({ host, timer, from, length }) =>
    t(`ladder.waits.${timer}`, { the: the(host), The: The(host), at: duration(from + length, t) }),
  );
  return [t('ladder.say.quiet'), ...waits];
}
