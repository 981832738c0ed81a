import type { Call, Segment, State } from '#tcp';
import type { KeptConnection, Trace, TraceEntry } from '#trace/trace.ts';
import type { AgendaState } from './agenda.ts';
import type { FabricState } from './crossing.ts';
import type { ScriptedFate } from './fates.ts';
import type { Happening } from './happening.ts';
import type { Host, HostOptions, HostState, HostStep } from './host-types.ts';
import type { LinkSetup } from './link.ts';
import type { NatSetup } from './nat.ts';
import type { NatState } from './nat-table.ts';
import type { RouterSetup } from './router.ts';

/**
 * What a world asks of a host while it plays. Whoever stands in for a host has this much; it may
 * throw anything to stop the world.
 */
export interface Actor extends Pick<
  Host,
  'call' | 'receive' | 'icmp' | 'nextDue' | 'nextTimer' | 'fire' | 'names'
> {
  crash(now: number): void;
}

/** A host of the world: what the Trace says of it, and what plays it. */
export interface WorldHost extends HostOptions {
  readonly name: string;
  readonly title: string;
  readonly address: string;
  /** How many routers its segments may pass; 64 unless given. */
  readonly ttl?: number;
  /** Plays the host instead of one made of its engine. Such a world cannot be saved. */
  readonly actor?: Actor;
}

/** What a world is made of. All but the engines, and a host's `isn`, is plain data. */
export interface WorldOptions {
  readonly hosts: readonly WorldHost[];
  readonly routers?: readonly RouterSetup[];
  readonly nats?: readonly NatSetup[];
  readonly links: readonly LinkSetup[];
  /** What is to become of single transmissions. */
  readonly fates?: readonly ScriptedFate[];
  /** Where all chance of this world begins; 1 unless given. */
  readonly seed?: number;
  /**
   * Do segments travel as octets, written with their checksums (MUST-2), and read and checked where
   * they arrive (MUST-3)? Else they become octets only where a router, a NAT or a wrong bit asks for it.
   * `recorded`: the Trace has them too, as they are on each link.
   */
  readonly octets?: boolean | 'recorded';
  /** Is there a Trace? There is, unless this is `false`. */
  readonly record?: boolean;
  /** Hears of every step, before what it sent is on its way. */
  onStep?(host: string, step: HostStep): void;
  /** Hears of every step, when what it sent is on its way: a program may act on it here. */
  afterStep?(host: string, step: HostStep): void;
}

/**
 * Hosts, what lies between them, one virtual clock in ms, and the record of what happens. What
 * happens before time 0 sets the stage and is not recorded, but for what is then still on its way.
 */
export interface World {
  /** The clock, ms. */
  readonly now: number;
  /** Lets something happen at a time. What is to happen at one time comes in the order of entry. */
  at(ms: number, happening: Happening): void;
  /** A user call, now. Throws HostError. */
  call(host: string, conn: string, call: Call): void;
  /** Puts a segment that no TCP here sent onto the link, now; it is not lost there. */
  inject(from: string, seg: Segment, name: string): void;
  /**
   * A host as it is. Who lets it take a step hands that to `note`. Throws WorldError if there is
   * none, or if an actor plays it.
   */
  host(name: string): Host;
  /** A host has taken a step, now: it is recorded, and what it sent goes on its way. */
  note(host: string, step: HostStep): void;
  /** Lets the clock run until nothing is left to happen, or `until`; returns the record so far. */
  run(until: number): Trace;
  /** The whole world as it stands, as plain data; `createWorld` goes on with it. Throws WorldError. */
  save(): WorldState;
}

/** What the world knows of a host besides the host itself. */
export interface PlayerState {
  /** The state its latest step led to. */
  state: State;
  /** The connection its latest step was about, if that has not ended. */
  latest: string | null;
}

/** All of a world that changes, as plain data: `toJson` and `fromJson` of the Trace keep it. */
export interface WorldState {
  /** `null` before anything has happened. */
  now: number | null;
  /** The states of the hosts at time 0; `null` before. */
  initial: Readonly<Record<string, State>> | null;
  /** What each host had at time 0: what its steps before have told. */
  readonly kept: Record<string, readonly KeptConnection[]>;
  readonly agenda: AgendaState<Happening>;
  readonly fabric: FabricState;
  /** Places of the links that are cut. */
  readonly cut: number[];
  readonly nats: Readonly<Record<string, NatState>>;
  readonly players: Readonly<Record<string, PlayerState>>;
  readonly hosts: Readonly<Record<string, HostState>>;
  readonly entries: TraceEntry[];
}
