import type { Config } from '#tcp';

/** A host of a scenario. The first is A and stands left, the second is B. */
export interface ScenarioHost {
  readonly name: 'A' | 'B';
  /** How a figure names it; the title's message key is `host.<title>`. */
  readonly title: 'client' | 'server';
  readonly address: string;
  /** Its next initial sequence numbers, in order of use. When they run out the last is kept. */
  readonly isn: readonly number[];
  /** Settings that differ from the RFC's. */
  readonly config?: Partial<Config>;
}

/**
 * What a user does, and when (ms). What happens before time 0 sets the stage: it is not in the Trace.
 * `from` is the local port of an active OPEN. All but `listen` and `connect` concern the host's
 * latest connection.
 */
export type ScriptLine = { readonly at: number; readonly host: 'A' | 'B' } & (
  | { readonly do: 'listen'; readonly port: number }
  | { readonly do: 'connect'; readonly to: string; readonly from: number }
  | { readonly do: 'send'; readonly text: string }
  | { readonly do: 'receive'; readonly max: number }
  | { readonly do: 'close' }
  | { readonly do: 'abort' }
);

/** A segment of an earlier incarnation that turns up now: it left `from` long ago and arrives at `at`. */
export interface OldSegment {
  readonly at: number;
  readonly from: 'A' | 'B';
  readonly fromPort: number;
  readonly toPort: number;
  readonly flags: 'SYN' | 'ACK' | 'RST' | 'FIN,ACK';
  readonly seq: number;
  readonly ack?: number;
}

/** A play for two hosts and the link between them: plain data, so that a page can change and re-run it. */
export interface Scenario {
  readonly id: string;
  readonly hosts: readonly [ScenarioHost, ScenarioHost];
  /** One-way delay of the link, ms. */
  readonly delay: number;
  readonly script: readonly ScriptLine[];
  /** Names of the transmissions that are lost: `B1` is the first that B sends. */
  readonly lose?: readonly string[];
  /** Transmissions that take longer than the delay, by name: ms on top of it. */
  readonly late?: Readonly<Record<string, number>>;
  /** Share of transmissions that the link loses at random, from 0 to 1, and the seed of that chance. */
  readonly loss?: number;
  readonly seed?: number;
  readonly old?: readonly OldSegment[];
  /** Who plays a host: the reference, or the world where two messages are enough (chapter 3). */
  readonly players?: { readonly A?: 'reference' | 'two-way'; readonly B?: 'reference' | 'two-way' };
  /** When the run stops, ms; it stops before if nothing is left to happen. */
  readonly until: number;
}
