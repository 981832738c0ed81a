import { createHost, type HostStep } from '#network/host.ts';
import { isnFrom } from '#network/isn.ts';
import type { HostRun, Input } from '#network/replay.ts';
import { isnsFrom, numbersFrom } from '#scenario/packetdrill/numbers.ts';
import { FIGURE_6 } from '#scenario/packetdrill/run.ts';
import { CLIENT_PORT, HOST, PEER, SERVER_PORT } from '#scenario/packetdrill/sockets.ts';
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
import { at } from '../flat.ts';
import { createAccepting } from './accepting.ts';
import { callOf, type Called } from './calls.ts';
import { learn } from './known.ts';
import type { Odd } from './odd.ts';
import { createPeer, type Peer } from './peers.ts';
import { octetsAt, segmentOf, type Sent } from './segment.ts';
import { GAPS } from './tables.ts';
import type { Move } from './ways.ts';

/** So long the clock runs on when nothing is pending any more, ms: what should not happen shows then. */
const AFTERMATH = 300_000;

/** So many timers are waited for at the end, and no longer than this, ms: some never end. */
const MOST_TIMERS = 64;
const LONGEST = 3_600_000;

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
  /** The options of the peers' SYNs. */
  readonly options: Options;
}

/** A case that is being made. */
export interface Walk {
  /** Lets something happen, if it makes sense now. Returns whether it did. */
  happen(move: Move, odd: Odd): boolean;
  /** Lets the clock run until nothing is pending: the finished case. */
  finish(): HostRun;
}

/**
 * Makes a case by walking the reference along: each event takes its numbers from the connection that
 * it will meet. What comes out is a plain list of inputs, the same for every host.
 */
export function createWalk({ config, opened, peers: most, ours, theirs, options }: Setting): Walk {
  const origin = { ours, peer: FIGURE_6.peer };
  const isn = isnsFrom(origin, ISNS);
  const host = createHost({ engine: reference, config, isn: isnFrom(isn), diffs: false });
  const numbers = numbersFrom(origin, isn);
  const accepting = createAccepting();
  const peers = Array.from({ length: most }, (_, i) => createPeer(i, opened, { ours, theirs }));
  const written = new Map<string, number>();
  const inputs: Input[] = [];
  let isListening = false;
  let clock = 0;

  const tcbOf = ({ conn }: Peer): Readonly<Tcb> | null => (conn === null ? null : host.tcb(conn));
  const stateOf = (peer: Peer): State =>
    tcbOf(peer)?.state ?? (isListening && peer.local.port === SERVER_PORT ? 'LISTEN' : 'CLOSED');

  const noteSent = (step: HostStep) => {
    for (const effect of step.effects) {
      if (effect.type !== 'send') continue;
      const { dst, ctl } = effect.seg;
      numbers.outbound(dst.port, ctl, 0, null);
    }
    for (const peer of peers) {
      const tcb = peer.conn === step.conn ? tcbOf(peer) : null;
      if (tcb !== null) learn(peer.known, tcb);
    }
  };

  const runTimers = (until: number) => {
    for (let due = host.nextDue(); due < until; due = host.nextDue()) {
      const pending = host.nextTimer();
      if (pending === null) return;
      noteSent(host.fire(pending, pending.at));
    }
  };

  /** Sets the clock to when the next event comes, and lets the timers before it expire. */
  const wait = ({ gap }: Odd) => {
    const asked = at(GAPS, gap);
    const due = host.nextDue();
    const isPending = due < Number.POSITIVE_INFINITY;
    if (typeof asked === 'number') clock += asked;
    else if (!isPending) clock += 100;
    else clock = Math.max(clock, Math.ceil(due) + (asked === 'after timer' ? 50 : -50));
    runTimers(clock);
  };

  const arrives = (peer: Peer, seg: Segment) => {
    const before = stateOf(peer);
    const { ctl, data, seq, src, dst } = seg;
    inputs.push({ at: clock, kind: 'segment', seg });
    peer.sent.push(seg);
    const { peer: base } = numbers.bases(src.port);
    numbers.inbound(src.port, ctl, distance(ctl.syn ? origin.peer : base, seq), null);
    accepting.hear(seg);
    const step = host.receive(seg, clock);
    if (host.tcb(step.conn) !== null && dst.port === peer.local.port) {
      if (peer.conn !== step.conn) peer.isClosed = false;
      peer.conn = step.conn;
    }
    noteSent(step);
    if (ctl.rst || !ctl.syn || ctl.ack) return;
    // If the third segment's were smaller, it would show whether LISTEN has noted the SYN's.
    if (before === 'LISTEN') peer.leastWindow = seg.wnd;
    // Text and FIN of a SYN may be kept for later, or come again: both are right, and look different.
    const waits = before === 'LISTEN' || before === 'SYN-SENT';
    if (waits && (data.length > 0 || ctl.fin)) peer.isSilent = true;
  };

  const call = (conn: string, asked: Call) => {
    inputs.push({ at: clock, kind: 'call', conn, call: asked });
    noteSent(host.call(conn, asked, clock));
  };

  const open = (move: 'listen' | 'connect', odd: Odd): boolean => {
    const [peer] = peers;
    if (peer === undefined || (inputs.length > 0 && tcbOf(peer) !== null)) return false;
    if (inputs.length > 0) wait(odd);
    if (move === 'listen') {
      isListening = true;
      const local = { address: HOST, port: SERVER_PORT };
      call(String(SERVER_PORT), { type: 'OPEN', mode: 'passive', local });
      return true;
    }
    peer.conn = `${CLIENT_PORT}>${PEER}:${SERVER_PORT}`;
    peer.isClosed = false;
    written.delete(peer.conn);
    call(peer.conn, { type: 'OPEN', mode: 'active', local: peer.local, remote: peer.remote });
    return true;
  };

  /** A call by the socket of a peer's connection, if a script can have one. */
  const use = (kind: Called, odd: Odd, peer: Peer): boolean => {
    const { conn, isClosed, isSilent } = peer;
    if (conn === null || isClosed || isSilent) return false;
    if (opened === 'passive' && !accepting.has(conn)) return false;
    wait(odd);
    const before = written.get(conn) ?? 0;
    const asked = callOf(kind, odd, before);
    if (asked.type === 'SEND') written.set(conn, before + asked.data.length);
    peer.isClosed = kind === 'close' || kind === 'abort';
    call(conn, asked);
    return true;
  };

  const again = (odd: Odd, peer: Peer): boolean => {
    const seg = peer.sent.at(-1 - (odd.seq % Math.max(1, peer.sent.length)));
    if (seg === undefined || peer.isSilent) return false;
    if (stateOf(peer) === 'SYN-RECEIVED' && seg.wnd < peer.leastWindow) return false;
    // Sent before the peer's SYN, it counted from elsewhere: its octets would be others now.
    const { peer: base } = numbers.bases(peer.remote.port);
    if (octetsAt(seg.seq, seg.ctl.syn, seg.data.length, base)[0] !== seg.data[0]) return false;
    wait(odd);
    arrives(peer, seg);
    return true;
  };

  const say = (kind: Sent, odd: Odd, peer: Peer): boolean => {
    if (peer.isSilent) return false;
    wait(odd);
    const { peer: base } = numbers.bases(peer.remote.port);
    arrives(peer, segmentOf(kind, odd, peer, stateOf(peer), { base, options }));
    return true;
  };

  /** What a well-behaved peer would say now. */
  const politely = (peer: Peer): Sent => {
    const state = stateOf(peer);
    const tcb = tcbOf(peer);
    if (state === 'LISTEN') return 'syn';
    if (state === 'SYN-SENT') return 'syn-ack';
    return state === 'SYN-RECEIVED' && tcb?.openedBy === 'active' ? 'syn-ack' : 'ack';
  };

  return {
    happen(move, odd) {
      const peer = at(peers, odd.who);
      switch (move) {
        case 'listen':
        case 'connect':
          return open(move, odd);
        case 'write':
        case 'write much':
        case 'read':
        case 'shutdown':
        case 'close':
        case 'abort':
          return use(move, odd, peer);
        case 'again':
          return again(odd, peer);
        case 'answer':
          return say(politely(peer), odd, peer);
        default:
          return say(move, odd, peer);
      }
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
