import type { DiscardEntry, IcmpEntry, Trace, TransitEntry } from '#trace/trace.ts';
import type { Flight, Journey, Report, Stop } from './score.ts';

/** How far a lost segment is taken to have come where nothing else tells the delay. */
const LOST_AT = 0.6;
/** From this part of the usual delay on, something is late. */
const LATE = 1.5;

type Travel = TransitEntry | IcmpEntry;

/** Everything that travels, in the order of the trace. */
export function readTravels({ entries, hosts }: Trace): {
  readonly flights: readonly Flight[];
  readonly reports: readonly Report[];
} {
  const travels: Travel[] = [];
  const byId = new Map<number, Travel>();
  const discards = new Map<number, DiscardEntry>();
  const takenBy = new Map<number, string>();
  const addresses = new Map(hosts.map(({ name, address }) => [address, name]));
  for (const entry of entries) {
    if (entry.kind === 'discard') discards.set(entry.transit, entry);
    if ('host' in entry && 'transit' in entry && entry.transit !== undefined) {
      takenBy.set(entry.transit, entry.host);
    }
  }
  for (const entry of entries) {
    if (entry.kind !== 'transit' && entry.kind !== 'icmp') continue;
    // What is sent to a NAT's address goes on to whoever stands behind it.
    const rewritten = entry.hops?.findLast(({ as }) => as !== undefined)?.as?.dst.address ?? '';
    const to = takenBy.get(entry.id) ?? addresses.get(rewritten) ?? entry.to;
    const travel = to === entry.to ? entry : { ...entry, to };
    travels.push(travel);
    byId.set(entry.id, travel);
  }
  const ways = usualWays(travels);
  const overtaken = overtakenAmong(travels);
  const flights: Flight[] = [];
  const reports: Report[] = [];
  for (const travel of travels) {
    const journey = journeyOf(travel, ways);
    const discard = discards.get(travel.id);
    const discarded = discard === undefined ? null : { why: discard.why, rule: discard.rule };
    if (travel.kind === 'icmp') {
      const about = byId.get(travel.about);
      const { error, mtu = null } = travel;
      const seg = about?.kind === 'transit' ? about.seg : null;
      reports.push({ ...journey, error, mtu, about: seg, discarded });
      continue;
    }
    const { seg, again, copyOf, corrupted, uncaptured = 0, t, until, fate, name } = travel;
    const usual = ways.delay(travel);
    const isLate = fate === 'delivered' && usual !== undefined && until - t >= usual * LATE;
    flights.push({
      ...journey,
      ...{ seg, again, uncaptured, discarded },
      old: name.startsWith('old'),
      copy: copyOf !== undefined,
      overtaken: overtaken.has(travel.id),
      late: isLate && until > t,
      corrupted: corrupted !== undefined,
    });
  }
  return { flights, reports };
}

interface Ways {
  /** The median delay on a way, ms, or on all ways. */
  readonly delay: (travel: Travel) => number | undefined;
  /** The nodes of a way that something went to its end. */
  readonly nodes: (travel: Travel) => readonly Stop[] | undefined;
}

const wayOf = ({ from, to }: Travel): string => `${from}\n${to}`;

function usualWays(travels: readonly Travel[]): Ways {
  const all: number[] = [];
  const delays = new Map<string, number[]>();
  const nodes = new Map<string, readonly Stop[]>();
  for (const travel of travels) {
    if (travel.fate !== 'delivered') continue;
    const key = wayOf(travel);
    const delay = travel.until - travel.t;
    all.push(delay);
    const known = delays.get(key);
    if (known === undefined) delays.set(key, [delay]);
    else known.push(delay);
    if (!nodes.has(key)) nodes.set(key, stopsOf(travel, travel.until));
  }
  const medians = new Map([...delays].map(([key, each]) => [key, median(each)]));
  const overall = median(all);
  return {
    delay: (travel) => medians.get(wayOf(travel)) ?? overall,
    nodes: (travel) => nodes.get(wayOf(travel)),
  };
}

function median(values: number[]): number | undefined {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** The ids of those that arrive after something that left later on the same way. */
function overtakenAmong(travels: readonly Travel[]): ReadonlySet<number> {
  const found = new Set<number>();
  const earliest = new Map<string, number>();
  for (let i = travels.length - 1; i >= 0; i--) {
    const travel = travels[i];
    if (travel?.kind !== 'transit' || travel.fate !== 'delivered') continue;
    const key = wayOf(travel);
    const least = earliest.get(key) ?? Infinity;
    if (travel.until > least) found.add(travel.id);
    earliest.set(key, Math.min(least, travel.until));
  }
  return found;
}

/** The stops of a way. Where it ends at a router, that is told as a stop on the way already. */
function stopsOf({ from, to, t, hops = [] }: Travel, until: number): Stop[] {
  const end: Stop = { node: to, t: until, ttl: null, as: null };
  return [
    { node: from, t, ttl: null, as: null },
    ...hops.map(({ node, t: at, ttl, as = null }) => ({ node, t: at, ttl, as })),
    ...(hops[hops.length - 1]?.node === to ? [] : [end]),
  ];
}

function journeyOf(travel: Travel, ways: Ways): Journey {
  const { n, id, name, from, to, t, until, fate, lost = null } = travel;
  const lostAt = fate === 'lost' ? until : null;
  const base = { n, id, name, from, to, t1: t, lostAt, fate, thrown: lost };
  if (fate === 'delivered' || fate === 'unknown') {
    return { ...base, t2: until, stops: stopsOf(travel, until) };
  }
  const usual = ways.delay(travel) ?? (until - t) / LOST_AT;
  const planned = stopsOf(travel, Math.max(until, t + usual));
  if (travel.hops?.[travel.hops.length - 1]?.node === to) {
    return { ...base, t2: Math.max(t, until), stops: planned };
  }
  const known = planned.slice(0, -1);
  const last = known[known.length - 1];
  const whole = ways.nodes(travel) ?? [];
  const place = whole.findIndex(({ node }) => node === last?.node);
  const shift = (last?.t ?? t) - (whole[place]?.t ?? 0);
  const legs = known.length - 1;
  const onward = legs > 0 ? until + (until - t) / legs : until;
  // Where it would have come, if it had gone on as others do, or else as it did so far.
  const rest =
    place < 0
      ? [{ node: to, t: Math.max(onward, t + usual), ttl: null, as: null }]
      : whole.slice(place + 1).map((stop) => ({ ...stop, t: stop.t + shift, ttl: null, as: null }));
  const later = Math.max(0, until - (rest[0]?.t ?? until));
  const stops = [...known, ...rest.map((stop) => ({ ...stop, t: stop.t + later }))];
  if (stops.length < 2)
    stops.push({ node: to, t: Math.max(until, t + usual), ttl: null, as: null });
  return { ...base, t2: stops[stops.length - 1]?.t ?? until, stops };
}
