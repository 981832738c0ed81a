import type { Segment, State } from '#tcp';
import type { Scenario } from '#scenario/scenario.ts';
import type { Frame, IcmpEntry, StepEntry, Trace, TransitEntry } from '#trace/trace.ts';
import { type Way, type WayNode, wayOf } from './nodes.ts';

/** A datagram on one link, in the frame that carries it. */
export interface Leg {
  readonly from: string;
  readonly to: string;
  readonly frame: Frame;
  readonly octets: Uint8Array;
}

/** What a host made of it. */
export interface Heard {
  readonly before: State;
  readonly after: State;
  /** It is a soft error: the connection must not be given up for it (MUST-56). */
  readonly isSoft: boolean;
}

/** One thing that travels, link by link. */
export interface Journey {
  /** Its stable name in the Trace, `A1`. */
  readonly name: string;
  /** The segment as it was sent; `null` for an ICMP message. */
  readonly seg: Segment | null;
  /** What the ICMP message says, in the Trace's words. */
  readonly error: string | null;
  readonly legs: readonly Leg[];
  /** It came to a host; it ended at the node where the last leg leads; it vanished on that leg. */
  readonly end: 'arrived' | 'ended' | 'vanished';
  /** Why a node ended it, or the host that it came to threw it away, in the Trace's words. */
  readonly why: string | null;
  /** What it made of the connection at the host that it came to. */
  readonly heard: Heard | null;
}

/** A way, what the first host sent along it, and what came back. */
export interface Story extends Way {
  readonly journeys: readonly Journey[];
}

type Travel = TransitEntry | IcmpEntry;

/**
 * The story of the first segment that a scenario's first host sends. The Trace must have recorded
 * octets (`vary`). Throws Error if the way back is not the way there.
 */
export function readStory(scenario: Scenario, trace: Trace): Story {
  const way = wayOf(scenario);
  const { nodes } = way;
  const out = travels(trace).find(
    (entry) => entry.kind === 'transit' && entry.from === nodes[0]?.name,
  );
  if (out === undefined) return { ...way, journeys: [] };
  const back = answerTo(out, trace);
  return {
    ...way,
    journeys: (back === undefined ? [out] : [out, back]).map((entry) =>
      journeyOf(entry, nodes, trace),
    ),
  };
}

const travels = ({ entries }: Trace): readonly Travel[] =>
  entries.filter((entry): entry is Travel => entry.kind === 'transit' || entry.kind === 'icmp');

/** The ICMP message about it, or what the host sent at once that it came to. */
function answerTo(out: Travel, trace: Trace): Travel | undefined {
  const all = travels(trace);
  const report = all.find((entry) => entry.kind === 'icmp' && entry.about === out.id);
  const taken = trace.entries.find((entry) => entry.kind === 'step' && entry.transit === out.id);
  if (report !== undefined || taken?.kind !== 'step') return report;
  return all.find((entry) => entry.from === taken.host && entry.t === taken.t);
}

function journeyOf(entry: Travel, nodes: readonly WayNode[], trace: Trace): Journey {
  const { name, from, lost, fate, hops = [] } = entry;
  const taken = trace.entries.find(
    (each) => (each.kind === 'step' || each.kind === 'discard') && each.transit === entry.id,
  );
  const receiver = taken?.kind === 'step' || taken?.kind === 'discard' ? taken.host : entry.to;
  const stops = [from, ...hops.map(({ node }) => node)];
  const last = stops.at(-1) ?? from;
  // What a node ends comes no further than that node.
  if (lost === undefined) stops.push(fate === 'delivered' ? receiver : beyond(last, from, nodes));
  const carried = [entry, ...hops];
  return {
    name,
    seg: entry.kind === 'transit' ? entry.seg : null,
    error: entry.kind === 'icmp' ? entry.error : null,
    legs: stops.slice(1).flatMap((to, i): Leg[] => {
      const { octets, frame } = carried[i] ?? {};
      if (octets === undefined || frame === undefined) return [];
      return [{ from: stops[i] ?? from, to, frame, octets }];
    }),
    end: lost === undefined ? (fate === 'delivered' ? 'arrived' : 'vanished') : 'ended',
    why: lost?.why ?? (taken?.kind === 'discard' ? taken.why : null),
    heard: taken?.kind === 'step' ? heardBy(taken) : null,
  };
}

const heardBy = ({ before, after, cites = [] }: StepEntry): Heard => ({
  ...{ before, after, isSoft: cites.includes('MUST-56') },
});

/** The node next to `at`, on the side that is not the sender's. */
function beyond(at: string, from: string, nodes: readonly WayNode[]): string {
  const place = nodes.findIndex(({ name }) => name === at);
  const start = nodes.findIndex(({ name }) => name === from);
  const towards = place > start || start === 0 ? 1 : -1;
  return nodes[place + towards]?.name ?? at;
}
