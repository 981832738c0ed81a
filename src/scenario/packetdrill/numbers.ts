import { add, type Seq } from '#tcp';

/** Where the numbers of a script begin on the ring: the same script is run at several places. */
export interface Origin {
  /** Our first initial sequence number. */
  readonly ours: Seq;
  /** What is added to the numbers of the peer's SYNs. */
  readonly peer: Seq;
  /** How far apart our initial sequence numbers are; as by RFC 9293's clock, if left out. */
  readonly step?: number;
}

/** RFC 9293's clock, and a connection every 256 ms. */
export const ISN_STEP = 64_000;

/** One number for two ports, where connections to the same port of the peer's are to be told apart. */
export function pairKey(local: number, peer: number): number {
  return local * 65_536 + peer;
}

/** Our initial sequence numbers, one per connection. */
export function isnsFrom(origin: Origin, count: number): readonly Seq[] {
  const { step = ISN_STEP } = origin;
  return Array.from({ length: count }, (_, i) => add(origin.ours, i * step));
}

const sub = (a: Seq, b: Seq): Seq => (a - b) >>> 0;

interface Known {
  /** The number, in the script, of the SYN that the peer opened with. */
  peer: Seq | null;
  /** The number of the peer's last SYN: another than `peer` if one came into an open connection. */
  lastSyn: Seq | null;
  /** Our initial sequence number, live. */
  ours: Seq | null;
  over: boolean;
}

const UNKNOWN: Readonly<Known> = {
  peer: null,
  lastSyn: null,
  ours: null,
  over: false,
};

/**
 * Turns a script's numbers into live ones, as packetdrill does: the number of a SYN is absolute,
 * every other counts from the initial sequence number of its side. Before a SYN was seen, the
 * script's numbers count from the origin.
 */
export interface Numbers {
  /** A segment of the peer from `port`, which may be a `pairKey`. */
  inbound(port: number, flags: Flags, seq: Seq, ack: Seq | null): Live;
  /**
   * A segment of ours to `port`. `sent` is the number that a live SYN bears: from the first of a
   * connection on, our numbers count from it.
   */
  outbound(port: number, flags: Flags, seq: Seq, ack: Seq | null, sent?: Seq): Live;
  /**
   * Is `live` what the ACK of a SYN of ours says when it is counted as the number of the peer's SYN
   * is: 28 for a SYN with number 27? packetdrill writes it so; scripts of the labs count from the SYN.
   */
  isSynCount(ack: Seq, live: Seq): boolean;
  /** A live segment of ours to `port` in the script's numbers. */
  shown(port: number, flags: Flags, live: Live): Live;
  /** Where the script's numbers begin now: ours, and the peer's on `port`. */
  bases(port: number): { readonly ours: Seq; readonly peer: Seq };
}
interface Flags {
  readonly syn: boolean;
  readonly ack: boolean;
  readonly rst: boolean;
}
interface Live {
  readonly seq: Seq;
  readonly ack: Seq;
}

/** Numbers for a run whose script counts from `origin`; `isns` are what our host will pick. */
export function numbersFrom(origin: Origin, isns: readonly Seq[]): Numbers {
  const byPort = new Map<number, Known>();
  let used = 0;

  const knownOf = (port: number): Known => {
    const known = byPort.get(port) ?? { ...UNKNOWN };
    byPort.set(port, known);
    return known;
  };
  const oursOf = (known: Known): Seq => known.ours ?? isns[used] ?? 0;
  const fromPeer = (known: Known, n: Seq): Seq => add(n, add(origin.peer, known.peer ?? 0));
  const fromOurs = (known: Known, n: Seq): Seq => add(n, oursOf(known));

  return {
    inbound(port, flags, seq, ack) {
      let known = knownOf(port);
      if (flags.syn && !flags.rst) {
        if (known.over) byPort.set(port, (known = { ...UNKNOWN }));
        if (known.ours === null) known.peer = null;
        known.peer ??= seq;
        known.lastSyn = seq;
      }
      if (flags.rst) known.over = true;
      return {
        seq: flags.syn ? add(seq, origin.peer) : fromPeer(known, seq),
        ack: ack === null ? 0 : fromOurs(known, ack),
      };
    },
    outbound(port, flags, seq, ack, sent) {
      const known = knownOf(port);
      if (flags.syn && known.lastSyn !== known.peer) {
        // The SYN that came into the old connection is answered: it opens a new one.
        known.peer = known.lastSyn;
        known.ours = null;
      }
      if (flags.syn && known.ours === null) {
        const expected = isns[used++] ?? 0;
        known.ours = sent ?? expected;
      }
      const isZeroReset = flags.rst && flags.ack && seq === 0;
      return {
        seq: isZeroReset ? 0 : flags.syn ? oursOf(known) : fromOurs(known, seq),
        ack: ack === null ? 0 : fromPeer(known, ack),
      };
    },
    isSynCount: (ack, live) => live === add(ack, origin.peer),
    shown(port, flags, live) {
      const known = knownOf(port);
      const isZeroReset = flags.rst && flags.ack && live.seq === 0;
      return {
        seq: isZeroReset ? 0 : sub(live.seq, oursOf(known)),
        ack: sub(live.ack, fromPeer(known, 0)),
      };
    },
    bases(port) {
      const known = knownOf(port);
      return { ours: oursOf(known), peer: fromPeer(known, 0) };
    },
  };
}
