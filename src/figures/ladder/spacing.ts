import type { Trace } from '#trace/trace.ts';
import type { Hold } from './scale.ts';
import type { Journey, Score } from './score.ts';

/** Where lines and steps stand below their times, because more happens at once than has room. px */
export interface Spacing {
  /** How far below its time each stop of a journey is drawn, by the journey's id. */
  readonly stops: ReadonlyMap<number, readonly number[]>;
  /** The same for what happens to a host, by the number of the trace entry. */
  readonly entries: ReadonlyMap<number, number>;
  /** The moments that take height of their own for that. */
  readonly holds: readonly Hold[];
}

export interface SpacingOptions {
  /** px per ms. */
  readonly k: number;
  /** The place of a node from left to right. */
  readonly place: (node: string) => number;
  /** Paper between two lines that leave, or arrive, side by side: few of them, and many, px. */
  readonly apart: { readonly few: number; readonly many: number };
  /** What else has a height of its own: what happens to hosts. */
  readonly moments: readonly Moment[];
}

/** An entry of the trace that concerns a host, and what brought it. */
export interface Moment {
  readonly n: number;
  readonly t: number;
  readonly host: string;
  readonly transit: number | null;
}

/** What happens to hosts in a trace. */
export function momentsOf({ entries }: Trace): readonly Moment[] {
  return entries.flatMap((entry): Moment[] => {
    if (entry.kind === 'transit' || entry.kind === 'icmp' || entry.kind === 'plug') return [];
    const { n, t, host } = entry;
    return [{ n, t, host, transit: entry.kind === 'crash' ? null : (entry.transit ?? null) }];
  });
}

/** Something at a node at a time: the end of a line, a router on its way, a step of a host. */
interface Happening {
  readonly t: number;
  /** The order of what happens at the same time. */
  readonly order: number;
  readonly node: string;
  /** Lines of the same kind keep apart; nothing keeps apart from a step. */
  readonly kind: string | null;
  /** A line that leaves its sender. */
  readonly isOut: boolean;
  readonly set: (down: number) => void;
}

/** Times are drawn as one moment if they differ by no more than this part of a px. */
const SLICE = 0.5;
/** Lines side by side are many if they are more than this. */
const FEW = 12;
/** What is farther apart than this has room, px. */
const FAR = 1000;

/**
 * Finds out how far below its time everything is drawn: lines that leave or arrive side by side keep
 * apart, and what a host does at one moment stands in the order in which it does it.
 */
export function spaceOut(score: Score, options: SpacingOptions): Spacing {
  const { k, apart } = options;
  const stops = new Map<number, number[]>();
  const entries = new Map<number, number>();
  const happenings = happeningsOf(score, options, stops, entries);
  const sizes = new Map<string, number>();
  const group = ({ t, kind }: Happening) => `${t}\n${kind ?? ''}`;
  for (const each of happenings) {
    if (each.kind !== null) sizes.set(group(each), (sizes.get(group(each)) ?? 0) + 1);
  }
  const holds: Hold[] = [];
  const bottoms = new Map<string, number>();
  let [y, i] = [0, 0];
  while (i < happenings.length) {
    const { t } = happenings[i] ?? { t: 0 };
    const levels = new Map<string, number>();
    for (let each = happenings[i]; each !== undefined && each.t === t; each = happenings[++i]) {
      const { node, kind } = each;
      // A step stands beside the line that it lets go.
      const line = kind === null ? sentBy(happenings, i) : each;
      let down = levels.get(node) ?? 0;
      if (line?.kind) {
        const size = sizes.get(group(line)) ?? 1;
        const need = size <= FEW ? apart.few : Math.max(apart.many, (apart.few * FEW) / size);
        down = Math.max(down, (bottoms.get(line.kind) ?? -Infinity) + need - y);
      }
      if (kind !== null) bottoms.set(kind, y + down);
      levels.set(node, down);
      each.set(down);
    }
    const height = Math.max(0, ...levels.values());
    const next = happenings[i]?.t ?? Infinity;
    if (height > 0) holds.push({ t, until: t + Math.min(SLICE / k, (next - t) / 2), height });
    y += height + (next === Infinity ? 0 : Math.min(FAR, (next - t) * k));
  }
  return { stops, entries, holds };
}

/** What leaves a host next, if that is what its step at this place let go. */
function sentBy(happenings: readonly Happening[], place: number): Happening | null {
  const step = happenings[place];
  const next = happenings[place + 1];
  if (step === undefined || next === undefined) return null;
  return next.isOut && next.t === step.t && next.node === step.node ? next : null;
}

function happeningsOf(
  { flights, reports }: Score,
  { place, moments }: SpacingOptions,
  stops: Map<number, number[]>,
  entries: Map<number, number>,
): readonly Happening[] {
  /** The entries by which hosts took what arrived, by its id. */
  const taken = new Map(
    moments.flatMap(({ n, transit }) => (transit === null ? [] : [[transit, n]])),
  );
  const journeys: readonly Journey[] = [...flights, ...reports];
  return [
    ...journeys.flatMap((journey) => {
      const downs = journey.stops.map(() => 0);
      stops.set(journey.id, downs);
      return endsOf(journey, place, taken.get(journey.id) ?? journey.n, downs);
    }),
    ...moments.map(({ n, t, host }): Happening => ({
      ...{ t, order: n, node: host, kind: null, isOut: false, set: (down) => entries.set(n, down) },
    })),
  ].sort((a, b) => a.t - b.t || a.order - b.order);
}

/** Where a line leaves, passes routers and arrives. `taken`: the entry that its arrival led to. */
function endsOf(
  { n, stops }: Journey,
  place: (node: string) => number,
  taken: number,
  downs: number[],
): readonly Happening[] {
  return stops.map(({ node, t }, i): Happening => {
    const last = stops.length - 1;
    const [from, to] = [stops[Math.max(0, i - 1)]?.node ?? node, stops[i + 1]?.node ?? node];
    const way = Math.sign(place(to) - place(from));
    const part = i === 0 ? 'out' : i === last ? 'in' : 'through';
    return {
      ...{
        t,
        order: i === last ? taken - 0.5 : n,
        kind: `${node}\n${part}\n${way}`,
        isOut: i === 0,
      },
      // What passes a router one way has nothing to do with what passes it the other way.
      node: part === 'through' ? `${node}\n${way}` : node,
      set: (down) => {
        downs[i] = down;
      },
    };
  });
}
