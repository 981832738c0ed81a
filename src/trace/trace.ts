import type {
  Config,
  Diff,
  Effect,
  Endpoint,
  IcmpError,
  RuleId,
  Segment,
  State,
  TcpEvent,
} from '#tcp';

/** A connection, or a listener, that a host had already when the record began. */
export interface KeptConnection {
  /** Its name, as the steps have it. */
  readonly conn: string;
  readonly local: Endpoint;
  /** `null`: it listens. */
  readonly remote: Endpoint | null;
  /** What had become of its TCB since it was blank, as in a step. */
  readonly diff: Diff;
}

/** A host as a figure names it. `A` stands left and opens first, `B` right. */
export interface TraceHost {
  /** `A`, `B` … */
  readonly name: string;
  /** `Client`, `Server` … a message key or plain words of the scenario. */
  readonly title: string;
  readonly address: string;
  /** `null` for a host that was only seen in a capture. */
  readonly config: Config | null;
  /** The state at the beginning, before the first entry; `null` if nobody knows it. */
  readonly initial: State | null;
  /** What it had at the beginning; missing if that was nothing, or if nobody knows it. */
  readonly kept?: readonly KeptConnection[];
}

/** One host took one event. */
export interface StepEntry {
  readonly kind: 'step';
  /** Place in the trace, from 0. */
  readonly n: number;
  /** Virtual time, ms. */
  readonly t: number;
  readonly host: string;
  /** The connection's name on its host: `port>address:port`, or `port` for a listener. */
  readonly conn: string;
  /** Whose code handled it. */
  readonly by: 'reference' | 'learner';
  readonly before: State;
  readonly after: State;
  readonly event: TcpEvent;
  readonly effects: readonly Effect[];
  readonly diff: Diff;
  /** Rules that were followed without an effect that could bear their name. */
  readonly cites?: readonly RuleId[];
  /** The transit or ICMP message that brought the event, if something did. */
  readonly transit?: number;
}

/**
 * A host as a capture shows it at one moment. What moved it, a call, a timer, cannot be seen: there
 * is no event, and there are no effects but what it sent.
 */
export interface SeenEntry {
  readonly kind: 'seen';
  readonly n: number;
  readonly t: number;
  readonly host: string;
  readonly conn: string;
  /** The states, as far as they can be inferred; `null` if it could be several. */
  readonly before: State | null;
  readonly after: State | null;
  /** The transit that it sent at this moment, or the one that reached it. */
  readonly sent?: number;
  readonly transit?: number;
}

/** The link-layer addresses of a frame, as `00:00:5e:00:53:11`. */
export interface Frame {
  readonly src: string;
  readonly dst: string;
}

/** A datagram as it leaves a node, and the frame that carries it; in a run that records octets. */
interface Carried {
  readonly octets?: Uint8Array;
  readonly frame?: Frame;
}

/** A router or NAT that something on its way came to. What it carries is missing where it ends. */
export interface Hop extends Carried {
  readonly node: string;
  /** When it came there, ms. */
  readonly t: number;
  /** The time to live that it came with. */
  readonly ttl: number;
  /** The sockets that it goes on with, where a NAT wrote others into it. */
  readonly as?: { readonly src: Endpoint; readonly dst: Endpoint };
}

/**
 * What everything has in common that travels from one node to another. What it carries is as it was
 * sent; of a copy, as it was copied.
 */
interface Travel extends Carried {
  readonly n: number;
  /** When it was sent, ms. */
  readonly t: number;
  readonly from: string;
  /** Where it is to go; where it would go, if nothing knows its destination: the next node. */
  readonly to: string;
  /** Its number among all that travels, from 0. */
  readonly id: number;
  /**
   * Stable name across re-runs: the sender and the count of its transmissions, `A1`, `B2`; `A1'` is
   * a copy that the network made.
   */
  readonly name: string;
  /** When it arrives, or when it is lost; while it is on its way, when it comes to the next node. */
  readonly until: number;
  /** `unknown`: a capture shows that it was sent, and nothing shows that it arrived. */
  readonly fate: 'delivered' | 'lost' | 'on its way' | 'unknown';
  /** Who threw it away and why, if not the link by chance. */
  readonly lost?: { readonly by: string; readonly why: string };
  /** What it came through; missing on a way without routers. */
  readonly hops?: readonly Hop[];
}

/** One segment on its way from one host to another. */
export interface TransitEntry extends Travel {
  readonly kind: 'transit';
  /** As it was sent. */
  readonly seg: Segment;
  readonly again: boolean;
  /** It is a copy that the network made of this other transit. */
  readonly copyOf?: number;
  /** So many octets at the end of the data are not in the capture: zeros stand for them. */
  readonly uncaptured?: number;
  /** A bit of it was turned over on the way: the octet's place in the datagram, and the bit. */
  readonly corrupted?: { readonly at: number; readonly bit: number };
}

/** An ICMP message on its way to the host that it concerns. */
export interface IcmpEntry extends Travel {
  readonly kind: 'icmp';
  readonly error: IcmpError;
  /** With "fragmentation needed": the MTU of the link that was too small, octets. */
  readonly mtu?: number;
  /** The transit whose segment it quotes. */
  readonly about: number;
}

/** A host did not let what arrived come to its TCP. */
export interface DiscardEntry {
  readonly kind: 'discard';
  readonly n: number;
  readonly t: number;
  readonly host: string;
  /** The transit or ICMP message that had arrived. */
  readonly transit: number;
  readonly why: string;
  /** The rule that asks for it: MUST-3 where a checksum is wrong. */
  readonly rule: RuleId | null;
}

/** A host lost all its connections at once and goes on as if it had just been started. */
export interface CrashEntry {
  readonly kind: 'crash';
  readonly n: number;
  readonly t: number;
  readonly host: string;
  /** The names of the connections it had. */
  readonly lost: readonly string[];
}

/** A link was cut, or mended. */
export interface PlugEntry {
  readonly kind: 'plug';
  readonly n: number;
  readonly t: number;
  readonly between: readonly [string, string];
  readonly up: boolean;
}

export type TraceEntry =
  StepEntry | SeenEntry | TransitEntry | IcmpEntry | DiscardEntry | CrashEntry | PlugEntry;

/** The record of a run: plain data, in order of time; what every figure and every verdict reads. */
export interface Trace {
  readonly version: 1;
  readonly hosts: readonly TraceHost[];
  readonly entries: readonly TraceEntry[];
  /** Virtual time at which the run stopped, ms. */
  readonly end: number;
}
