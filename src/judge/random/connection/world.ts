import { createHost, type HostStep } from '#network/host.ts';
import { isnFrom } from '#network/isn.ts';
import type { HostRun, Input } from '#network/replay.ts';
import { isnsFrom, numbersFrom } from '#scenario/packetdrill/numbers.ts';
import { FIGURE_6 } from '#scenario/packetdrill/run.ts';
import { SERVER_PORT } from '#scenario/packetdrill/sockets.ts';
import {
  type Call,
  type Config,
  distance,
  type Options,
  reference,
  type Segment,
  type Seq,
  type State,
  type Tcb,
} from '#tcp';
import { createAccepting } from './accepting.ts';
import { learn } from './known.ts';
import { createPeer, type Peer } from './peers.ts';
import type { Gap } from './tables.ts';

/** So long the clock runs on when nothing is pending any more, ms: what should not happen shows then. */
const AFTERMATH = 300_000;

/** So many timers are waited for at the end, and no longer than this, ms: some never end. */
const MOST_TIMERS = 64;
const LONGEST = 3_600_000;

/** How long before or after a timer an event comes, ms. */
const ABOUT = 50;

/** So many initial sequence numbers are prepared; no case opens more connections. */
const ISNS = 16;

/** What holds for a whole case. */
export interface Setting {
  readonly config: Config;
  readonly opened: 'passive' | 'active' | null;
  /** How many peers there are. */
  readonly peers: number;
  /** The first ISN of ours, and of the first peer's. */
  readonly ours: Seq;
  readonly theirs: Seq;
  /** How far apart ours are. */
  readonly step: number;
  /** The options of the peers' SYNs. */
  readonly options: Options;
}

/** The reference, what has happened to it, and its peers. */
export interface World {
  readonly peers: readonly Peer[];
  /** The clock, ms. */
  now(): number;
  /** Has nothing happened yet? */
  isNew(): boolean;
  /** The peer's connection; `null` if it has none, or none any more. */
  tcbOf(peer: Peer): Readonly<Tcb> | null;
  /** What a segment of the peer's will meet. */
  stateOf(peer: Peer): State;
  /** Where a script counts the peer's numbers from now. */
  baseOf(peer: Peer): Seq;
  /** Has the script a socket for this connection of a listener, or can it have one? */
  isAccepted(conn: string): boolean;
  /** Sets the clock to when the next event comes, and lets the timers before it expire. */
  wait(gap: Gap): void;
  /** A segment of the peer's arrives. */
  arrive(peer: Peer, seg: Segment): void;
  /** Our user calls. */
  call(conn: string, call: Call): void;
  /** Lets the clock run until nothing is pending: all that has happened. */
  finish(): HostRun;
}

/** A world in which nothing has happened yet. */
export function createWorld(setting: Setting): World {
  const { config, opened, peers: most, ours, theirs, step: apart } = setting;
  const origin = { ours, peer: FIGURE_6.peer, step: apart };
  const isn = isnsFrom(origin, ISNS);
  const host = createHost({ engine: reference, config, isn: isnFrom(isn), diffs: false });
  const numbers = numbersFrom(origin, isn);
  const accepting = createAccepting();
  const peers = Array.from({ length: most }, (_, i) => createPeer(i, opened, { ours, theirs }));
  const inputs: Input[] = [];
  let clock = 0;

  const tcbOf = ({ conn }: Peer): Readonly<Tcb> | null => (conn === null ? null : host.tcb(conn));
  const listens = ({ local }: Peer): boolean =>
    local.port === SERVER_PORT && host.tcb(String(SERVER_PORT)) !== null;
  const stateOf = (peer: Peer): State =>
    tcbOf(peer)?.state ?? (listens(peer) ? 'LISTEN' : 'CLOSED');

  const note = ({ effects, conn }: HostStep) => {
    for (const effect of effects) {
      if (effect.type !== 'send') continue;
      const { dst, ctl } = effect.seg;
      numbers.outbound(dst.port, ctl, 0, null);
    }
    for (const peer of peers) {
      const tcb = peer.conn === conn ? tcbOf(peer) : null;
      if (tcb !== null) learn(peer.known, tcb);
    }
  };

  const runTimers = (until: number) => {
    while (host.nextDue() < until) {
      const pending = host.nextTimer();
      if (pending === null) return;
      note(host.fire(pending, pending.at));
    }
  };

  /** What the RFC leaves open about a SYN is not asked of whoever takes it. */
  const leaveOpen = (peer: Peer, { ctl, data, wnd }: Segment, before: State) => {
    if (ctl.rst || !ctl.syn || ctl.ack) return;
    // If the third segment's were smaller, it would show whether LISTEN has noted the SYN's.
    if (before === 'LISTEN') peer.leastWindow = wnd;
    // Text and FIN may be kept for later, or come again: both are right, and look different.
    const waits = before === 'LISTEN' || before === 'SYN-SENT';
    if (waits && (data.length > 0 || ctl.fin)) peer.isSilent = true;
  };

  return {
    peers,
    tcbOf,
    stateOf,
    now: () => clock,
    isNew: () => inputs.length === 0,
    baseOf: ({ remote }) => numbers.bases(remote.port).peer,
    isAccepted: accepting.has,

    wait(gap) {
      const due = host.nextDue();
      const isPending = due < Number.POSITIVE_INFINITY;
      if (typeof gap === 'number') clock += gap;
      else if (!isPending) clock += 2 * ABOUT;
      else clock = Math.max(clock, Math.ceil(due) + (gap === 'after timer' ? ABOUT : -ABOUT));
      runTimers(clock);
    },

    arrive(peer, seg) {
      const before = stateOf(peer);
      const { ctl, seq, src } = seg;
      inputs.push({ at: clock, kind: 'segment', seg });
      peer.sent.push(seg);
      const base = ctl.syn ? origin.peer : numbers.bases(src.port).peer;
      numbers.inbound(src.port, ctl, distance(base, seq), null);
      accepting.hear(seg);
      const step = host.receive(seg, clock);
      if (host.tcb(step.conn) !== null) {
        if (peer.conn !== step.conn) peer.isClosed = false;
        peer.conn = step.conn;
      }
      note(step);
      leaveOpen(peer, seg, before);
    },

    call(conn, call) {
      inputs.push({ at: clock, kind: 'call', conn, call });
      note(host.call(conn, call, clock));
    },

    finish() {
      let end = clock;
      for (let i = 0; i < MOST_TIMERS && host.nextDue() <= LONGEST; i++) {
        end = host.nextDue();
        runTimers(end + 1);
      }
      const until = Math.ceil((end + AFTERMATH) / 1_000) * 1_000;
      return { config, isn, inputs, until };
    },
  };
}
