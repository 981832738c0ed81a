import type { RuleId } from '#tcp';
import type { CrashEntry, PlugEntry, Trace } from '#trace/trace.ts';
import { errorName } from './label-words.ts';
import type { Bracket, Flight, Journey, Report, Score, Stop } from './score.ts';
import { octets } from './segment.ts';
import type { Teller } from './teller.ts';
import { duration } from './time.ts';

/** Something that a host did not do, at its time: for the list, and for the sentence of a moment. */
export interface Told {
  /** The trace entry that it tells. */
  readonly n: number;
  /** When, ms. */
  readonly at: number;
  /** The host, or the router, that it concerns first. */
  readonly host: string;
  readonly text: string;
  readonly rules: readonly RuleId[];
  /** It is said in the list only: the sentence of its moment would grow too long. */
  readonly aside?: boolean;
}

/**
 * What befalls everything on its way: routers, NATs, loss, copies, wrong bits, being late, being
 * thrown away. What arrives is told by the host that takes it, so most segments need no line.
 */
export function tellTravels(score: Score, teller: Teller): readonly Told[] {
  return [
    ...score.flights.flatMap((flight) => tellFlight(flight, teller)),
    ...score.reports.flatMap((report) => tellReport(report, teller)),
  ];
}

function tellFlight(flight: Flight, teller: Teller): readonly Told[] {
  const { t, segment } = teller;
  const { seg, t1, t2, uncaptured, discarded } = flight;
  const what = segment(seg, t1);
  const say = (key: string, at: number, values = {}): Told => ({
    ...{ n: flight.n, at, host: at === t1 && !flight.old ? flight.from : flight.to, rules: [] },
    text: t(key, { ...namesOf(flight, teller), ...values, segment: what }),
  });
  const missing = { octets: octets(uncaptured, t) };
  return [
    ...(flight.old ? [say('ladder.say.old', t1)] : []),
    ...(flight.copy ? [say('ladder.say.copied', t1)] : []),
    ...(uncaptured > 0 ? [{ ...say('ladder.say.uncaptured', t1, missing), aside: true }] : []),
    ...tellHops(flight, what, teller),
    ...tellEnd(flight, what, teller),
    ...(flight.corrupted ? [say('ladder.say.corrupted', t2)] : []),
    ...(flight.overtaken ? [{ ...say('ladder.say.overtaken', t2), aside: true }] : []),
    ...(flight.late && !flight.overtaken && !flight.old
      ? [{ ...say('ladder.say.late', t2, { delay: duration(t2 - t1, t) }), aside: true }]
      : []),
    ...(discarded === null ? [] : [tellDiscard(flight, what, discarded, teller)]),
  ];
}

function tellReport(report: Report, teller: Teller): readonly Told[] {
  const { t, segment } = teller;
  const { error, mtu, about, t1, discarded } = report;
  const values = { ...namesOf(report, teller), error: errorName(error, t) };
  const what = t('ladder.icmp', { error: values.error });
  const quoted =
    about === null
      ? t('ladder.say.icmp', values)
      : t('ladder.say.icmp.about', { ...values, segment: segment(about, t1) });
  const size = mtu === null ? [] : [t('ladder.say.icmp.mtu', { octets: octets(mtu, t) })];
  return [
    {
      ...{ n: report.n, at: t1, host: report.from, rules: [] },
      text: [quoted, ...size].join(t('ladder.space')),
    },
    ...tellHops(report, what, teller),
    ...tellEnd(report, what, teller),
    ...(discarded === null ? [] : [tellDiscard(report, what, discarded, teller)]),
  ];
}

function namesOf({ from, to }: Journey, { the, The }: Teller) {
  return { from: the(from), From: The(from), to: the(to), To: The(to) };
}

/** Each router that it came through, with the time to live, and what a NAT wrote into it. */
function tellHops(
  { n, stops, lostAt }: Journey,
  what: string,
  { t, the }: Teller,
): readonly Told[] {
  return stops.slice(1, -1).flatMap((stop: Stop): readonly Told[] => {
    const { node, t: at, ttl, as } = stop;
    if (ttl === null || (lostAt !== null && at >= lostAt)) return [];
    const spell = ({ address, port }: { address: string; port: number }) => `${address}:${port}`;
    const values = { segment: what, the: the(node), ttl };
    const text =
      as === null
        ? t('ladder.say.passes', values)
        : t('ladder.say.rewrites', { ...values, src: spell(as.src), dst: spell(as.dst) });
    return [{ n, at, host: node, text, rules: [], aside: true }];
  });
}

/** How it ended, unless it arrived. */
function tellEnd(journey: Journey, what: string, teller: Teller): readonly Told[] {
  const { t, The } = teller;
  const { n, from, to, fate, lostAt, t2, thrown } = journey;
  const values = { ...namesOf(journey, teller), segment: what };
  const line = (at: number, host: string, text: string): Told => ({ n, at, host, text, rules: [] });
  if (fate === 'unknown') return [line(t2, to, t('ladder.say.unseen', values))];
  if (fate === 'on its way')
    return [{ ...line(t2, to, t('ladder.say.flies', values)), aside: true }];
  if (lostAt === null) return [];
  if (thrown === null) return [line(lostAt, from, t('ladder.say.lost', values))];
  const why = reasonText(thrown.why, teller);
  const text = t('ladder.say.thrown', { ...values, The: The(thrown.by), why });
  return [line(lostAt, thrown.by, text)];
}

/** A reason in the reader's language; one that is unknown stands as its own words. */
function reasonText(why: string, { t }: Teller): string {
  const key = why.toLowerCase().replace(/[^a-z]+/g, '-');
  if (t.has(`ladder.why.${key}`)) return t(`ladder.why.${key}`);
  return t.has(`ladder.icmp.${key}`) ? t(`ladder.icmp.${key}`) : why;
}

function tellDiscard(
  journey: Journey,
  what: string,
  { why, rule }: NonNullable<Flight['discarded']>,
  teller: Teller,
): Told {
  const values = { The: teller.The(journey.to), segment: what, why: reasonText(why, teller) };
  const rules = rule === null ? [] : [rule];
  const { n, t2: at, to: host } = journey;
  return { n, at, host, text: teller.t('ladder.say.discards', values), rules };
}

/** What happens to hosts and links as a whole. */
export function tellAccidents({ entries }: Trace, teller: Teller): readonly Told[] {
  const { t, The, the } = teller;
  const crash = ({ n, host, lost, t: at }: CrashEntry): Told => {
    const key = lost.length === 0 ? 'ladder.say.crashes' : 'ladder.say.crashes.with';
    return { n, at, host, text: t(key, { The: The(host) }), rules: [] };
  };
  const plug = ({ n, between: [a, b], up, t: at }: PlugEntry): Told => {
    const values = { a: the(a), b: the(b) };
    return {
      n,
      at,
      host: a,
      rules: [],
      text: t(up ? 'ladder.say.mended' : 'ladder.say.cut', values),
    };
  };
  return entries.flatMap((entry) =>
    entry.kind === 'crash' ? [crash(entry)] : entry.kind === 'plug' ? [plug(entry)] : [],
  );
}

/** The timers that are drawn as brackets, said where they start; and where they are cut. */
export function tellTimers(brackets: readonly Bracket[], { t, The }: Teller): readonly Told[] {
  return brackets.flatMap(({ n, host, timer, from, to, length, end }): Told[] => {
    const values = { The: The(host), timer: t(`ladder.timerName.${timer}`) };
    const starts = t('ladder.say.timer', { ...values, length: duration(length, t) });
    const stops = t('ladder.say.timerCut', values);
    return [
      { n, at: from, host, text: starts, rules: [], aside: true },
      ...(end === 'cut' ? [{ n, at: to, host, text: stops, rules: [], aside: true }] : []),
    ];
  });
}
