import type { LinkSetup, NatSetup, RouterSetup, ScriptedFate } from '#network/world.ts';
import type { Config, Options, Settings } from '#tcp';

/** A host of a scenario. The first is A and stands left in a figure, the second is B; more are C, D … */
export interface ScenarioHost {
  readonly name: string;
  /** How a figure names it; the title's message key is `host.<title>`. */
  readonly title: 'client' | 'server';
  readonly address: string;
  /** Its next initial sequence numbers, in order of use. When they run out the last is kept. */
  readonly isn: readonly number[];
  /** Settings that differ from the RFC's. */
  readonly config?: Partial<Config>;
  /** How many routers its segments may pass; 64 unless given. */
  readonly ttl?: number;
}

/** How the link between two hosts treats what travels on it, besides its delay. */
export type LinkTraits = Omit<LinkSetup, 'between' | 'delay' | 'loss'>;

/** What lies between the hosts, where that is more than one link. */
export interface ScenarioNetwork {
  readonly routers?: readonly Omit<RouterSetup, 'engine'>[];
  readonly nats?: readonly Omit<NatSetup, 'engine'>[];
  readonly links: readonly LinkSetup[];
}

/**
 * What a user does, and when (ms). What happens before time 0 sets the stage: it is not in the Trace.
 * `from` is the local port of an active OPEN. All but `listen` and `connect` concern the host's
 * latest connection. `close` with `halfDuplex` is the socket world's close(): nobody reads any more.
 * `crash` takes all connections from the host.
 */
export type HostLine = {
  readonly at: number;
  readonly host: string;
  /**
   * The connection that it concerns, if not the latest: the port that it was opened from, or
   * `8001.1`, the first that came of the listener at 8001.
   */
  readonly conn?: string;
} & (
  | { readonly do: 'listen'; readonly port: number }
  | { readonly do: 'connect'; readonly to: string; readonly from: number }
  | { readonly do: 'send'; readonly text: string }
  | { readonly do: 'receive'; readonly max: number }
  | { readonly do: 'close'; readonly halfDuplex?: boolean }
  | { readonly do: 'abort' }
  | { readonly do: 'set'; readonly settings: Partial<Settings> }
  | { readonly do: 'crash' }
);

/** Somebody cuts a link, or mends it. */
export interface LinkLine {
  readonly at: number;
  readonly do: 'cut' | 'mend';
  readonly between: readonly [string, string];
}

/** What a forged segment has that the one in whose stead it goes on has not. */
export interface Forgery {
  readonly seq?: number;
  readonly ack?: number;
  readonly wnd?: number;
  /** All control bits that are set, as `SYN,ACK`; none, if it is empty. */
  readonly flags?: string;
  readonly text?: string;
}

/**
 * Somebody lays hands on a transmission while it is on its way, by its stable name: `A3` is the third
 * that A sent. `by` is ms: how much later it arrives, or its copy does.
 */
export type SegmentLine = { readonly at: number; readonly segment: string } & (
  | { readonly do: 'drop' }
  | { readonly do: 'delay' | 'duplicate'; readonly by: number }
  | { readonly do: 'swap'; readonly with: string }
  | { readonly do: 'edit'; readonly forgery: Forgery }
);

/** What happens by the script, and when (ms). */
export type ScriptLine = HostLine | LinkLine | SegmentLine;

/** A segment of an earlier incarnation that turns up now: it left `from` long ago and arrives at `at`. */
export interface OldSegment {
  readonly at: number;
  readonly from: string;
  /** To whom, if not from A to B or back. */
  readonly to?: string;
  readonly fromPort: number;
  readonly toPort: number;
  readonly flags: 'SYN' | 'ACK' | 'RST' | 'FIN,ACK';
  readonly seq: number;
  readonly ack?: number;
  readonly text?: string;
  /** The timestamps that it bears (RFC 7323 §3.2). */
  readonly ts?: Options['ts'];
}

/**
 * A play for two hosts and the link between them, or for more hosts and a network: plain data, so
 * that a page can change and re-run it.
 */
export interface Scenario {
  readonly id: string;
  readonly hosts: readonly [ScenarioHost, ScenarioHost, ...ScenarioHost[]];
  /** One-way delay of the link, ms; in a network, how long an old segment travels. */
  readonly delay: number;
  /** What else the link does. */
  readonly link?: LinkTraits;
  /** What stands in the link's place. */
  readonly network?: ScenarioNetwork;
  /**
   * Segments travel as octets and are checked where they arrive; a Trace looks the same, unless they
   * are `recorded`: then it has the octets on each link.
   */
  readonly octets?: boolean | 'recorded';
  readonly script: readonly ScriptLine[];
  /** Names of the transmissions that are lost: `B1` is the first that B sends. */
  readonly lose?: readonly string[];
  /** Transmissions that take longer than the delay, by name: ms on top of it. */
  readonly late?: Readonly<Record<string, number>>;
  /** What becomes of transmissions by their description: "the second FIN of A". */
  readonly fates?: readonly ScriptedFate[];
  /** Share of transmissions that the link loses at random, from 0 to 1, and the seed of that chance. */
  readonly loss?: number;
  readonly seed?: number;
  readonly old?: readonly OldSegment[];
  /** Who plays a host: the reference, or the world where two messages are enough (chapter 3). */
  readonly players?: Readonly<Record<string, 'reference' | 'two-way'>>;
  /** When the run stops, ms; it stops before if nothing is left to happen. */
  readonly until: number;
}
