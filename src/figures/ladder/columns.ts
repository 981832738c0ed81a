import type { Trace } from '#trace/trace.ts';
import type { Score } from './score.ts';

export type NodeKind = 'host' | 'router' | 'nat';

/** What gets a lifeline of its own. */
export interface Node {
  readonly name: string;
  readonly kind: NodeKind;
}

/** With more nodes than this the best order is not looked for. */
const MOST = 8;

/**
 * Hosts, routers and NATs from left to right. The first host stands left, and the second right if
 * there are no others. In between they stand so that as little as possible crosses a lifeline that
 * it does not stop at; what is alike in that stands with the second host as far right as may be.
 */
export function orderNodes(trace: Trace, score: Score): readonly Node[] {
  const [first, ...others] = trace.hosts.map(({ name }) => name);
  if (first === undefined) return [];
  const hosts = new Set([first, ...others]);
  const legs = new Map<string, number>();
  const nats = new Set<string>();
  const between: string[] = [];
  const meet = (node: string) => {
    if (!hosts.has(node) && !between.includes(node)) between.push(node);
  };
  for (const { stops } of [...score.flights, ...score.reports]) {
    stops.forEach(({ node, as }, i) => {
      meet(node);
      if (as !== null) nats.add(node);
      const next = stops[i + 1]?.node;
      if (next === undefined || next === node) return;
      const leg = [node, next].sort().join('\n');
      legs.set(leg, (legs.get(leg) ?? 0) + 1);
    });
  }
  for (const cut of score.cuts) cut.between.forEach(meet);
  const [second, ...more] = others;
  const last = more.length === 0 && second !== undefined ? [second] : [];
  const middle = last.length > 0 ? between : [...between, ...others];
  const order = bestOrder([first], middle, last, legs, second ?? first);
  const kind = (name: string): NodeKind =>
    hosts.has(name) ? 'host' : nats.has(name) ? 'nat' : 'router';
  return order.map((name) => ({ name, kind: kind(name) }));
}

/** Gaps between lifelines differ from the usual one by these factors at most. */
const GAP = { least: 0.5, most: 3 } as const;

/**
 * How far each lifeline stands from the one before it, as parts of the whole. A link that takes
 * longer is drawn longer, so that what crosses several of them runs in one straight line; within
 * limits, for the labels' sake. Where there is no link it is short.
 */
export function gapsOf(nodes: readonly Node[], { flights, reports }: Score): readonly number[] {
  const places = new Map(nodes.map(({ name }, i) => [name, i]));
  const delays = nodes.slice(1).map((): number[] => []);
  for (const { stops, lostAt } of [...flights, ...reports]) {
    stops.slice(1).forEach(({ node, t }, i) => {
      const before = stops[i];
      const [a, b] = [places.get(before?.node ?? ''), places.get(node)];
      if (before === undefined || a === undefined || b === undefined) return;
      if (Math.abs(a - b) === 1 && (lostAt === null || t <= lostAt)) {
        delays[Math.min(a, b)]?.push(t - before.t);
      }
    });
  }
  const known = delays.map((each) => median(each));
  const usual = median(known.filter((delay) => delay !== null)) ?? 0;
  const weights = known.map((delay) =>
    delay === null
      ? GAP.least
      : usual <= 0
        ? 1
        : Math.min(GAP.most, Math.max(GAP.least, delay / usual)),
  );
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return weights.map((weight) => weight / sum);
}

function median(values: readonly number[]): number | null {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? null;
}

function bestOrder(
  head: readonly string[],
  middle: readonly string[],
  tail: readonly string[],
  legs: ReadonlyMap<string, number>,
  right: string,
): readonly string[] {
  const given = [...head, ...middle, ...tail];
  if (given.length > MOST) return given;
  let [best, least] = [given, Infinity];
  for (const each of permutations(middle)) {
    const order = [...head, ...each, ...tail];
    // Where it makes no difference, the second host stands right.
    const cost = crossed(order, legs) + (order.length - order.indexOf(right)) / 100;
    if (cost < least) [best, least] = [order, cost];
  }
  return best;
}

/** How many lifelines are crossed, by all that travels. */
function crossed(order: readonly string[], legs: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [leg, count] of legs) {
    const [a = '', b = ''] = leg.split('\n');
    sum += (Math.abs(order.indexOf(a) - order.indexOf(b)) - 1) * count;
  }
  return sum;
}

/** All orders of some names, the given one first. */
function* permutations(names: readonly string[]): Generator<readonly string[]> {
  if (names.length === 0) yield [];
  for (const [i, name] of names.entries()) {
    for (const rest of permutations([...names.slice(0, i), ...names.slice(i + 1)])) {
      yield [name, ...rest];
    }
  }
}
