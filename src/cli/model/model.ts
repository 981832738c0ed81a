import type { Config, Engine, Segment } from '#tcp';

/** The two ends of the model. */
export type Side = 'A' | 'B';

/** What a user does, in this order, each at any time that the calls before it and the connection allow. */
export type UserCall = 'connect' | 'listen' | 'close' | 'abort' | { readonly send: string };

/** How often the network and the hosts may do their worst. */
export interface Budget {
  /** Segments that the network loses. */
  readonly lose: number;
  /** Segments that it doubles. */
  readonly copy: number;
  /** Retransmissions while segments are still on their way; without need, that is. */
  readonly early: number;
  /** Times that a host loses patience (R2). */
  readonly giveUp: number;
}

/**
 * What is explored: two users, two engines, and a network that delivers in any order. Retransmission
 * and probe timers may expire whenever the network is empty, and before that as often as the budget
 * has it. TIME-WAIT ends only when nothing is on its way any more: that is what 2 MSL stand for.
 */
export interface Model {
  readonly id: string;
  readonly title: string;
  readonly users: Readonly<Record<Side, readonly UserCall[]>>;
  readonly engine: Engine;
  readonly config: Config;
  readonly budget: Budget;
  /** The first initial sequence number of each host; later ones lie far above it. */
  readonly isn: Readonly<Record<Side, number>>;
  /** Segments of an earlier life that may turn up at any time, or never. */
  readonly old: readonly Segment[];
  /** `eager`: what arrives is taken at once; `slow`: at any time, an octet per call. */
  readonly reader: 'eager' | 'slow';
}

/** A model in which something must be found, and what: so it is known that it would be. */
export interface Suspect {
  readonly model: Model;
  /** What is wrong with the engine, or with the rules that it follows. */
  readonly why: string;
  /** What the counterexample shows. */
  readonly shows: RegExp;
}
