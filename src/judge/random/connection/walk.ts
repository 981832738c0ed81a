import type { HostRun } from '#network/replay.ts';
import { CLIENT_PORT, HOST, PEER, SERVER_PORT } from '#scenario/packetdrill/sockets.ts';
import { add } from '#tcp';
import { at } from '../flat.ts';
import { callOf, type Called } from './calls.ts';
import type { Odd } from './odd.ts';
import type { Peer } from './peers.ts';
import { octetsAt, segmentOf, type Sent } from './segment.ts';
import { GAPS, NAMED_ACKS, STAMP, STAMPS } from './tables.ts';
import type { Move } from './ways.ts';
import { createWorld, type Setting } from './world.ts';

/** A case that is being made. */
export interface Walk {
  /** Lets something happen, if it makes sense now. */
  happen(move: Move, odd: Odd): void;
  /** Lets the clock run until nothing is pending: the finished case. */
  finish(): HostRun;
}

/**
 * Makes a case by walking the reference along: each event takes its numbers from the connection that
 * it will meet. What comes out is a plain list of inputs, the same for every host.
 */
export function createWalk(setting: Setting): Walk {
  const world = createWorld(setting);
  const { peers, stateOf, tcbOf } = world;
  const { config, opened, options } = setting;
  const written = new Map<string, number>();
  const wait = ({ gap }: Odd) => world.wait(at(GAPS, gap));

  const listen = () => {
    const local = { address: HOST, port: SERVER_PORT };
    world.call(String(SERVER_PORT), { type: 'OPEN', mode: 'passive', local });
  };

  const connect = (odd: Odd, peer: Peer) => {
    if (tcbOf(peer) !== null) return;
    if (!world.isNew()) wait(odd);
    peer.conn = `${CLIENT_PORT}>${PEER}:${SERVER_PORT}`;
    peer.isClosed = false;
    written.delete(peer.conn);
    const { local, remote } = peer;
    world.call(peer.conn, { type: 'OPEN', mode: 'active', local, remote });
  };

  /** A call by the socket of a peer's connection, if a script can have one. */
  const use = (kind: Called, odd: Odd, peer: Peer) => {
    const { conn, isClosed, isSilent } = peer;
    if (conn === null || isClosed || isSilent) return;
    if (opened === 'passive' && !world.isAccepted(conn)) return;
    wait(odd);
    const before = written.get(conn) ?? 0;
    const call = callOf(kind, odd, before);
    if (call.type === 'SEND') written.set(conn, before + call.data.length);
    peer.isClosed = kind === 'close' || kind === 'abort';
    world.call(conn, call);
  };

  /** An old segment once more. */
  const repeat = (odd: Odd, peer: Peer) => {
    const seg = peer.sent.at(-1 - (odd.seq % Math.max(1, peer.sent.length)));
    if (seg === undefined || peer.isSilent) return;
    if (stateOf(peer) === 'SYN-RECEIVED' && seg.wnd < peer.leastWindow) return;
    // Sent before the peer's SYN, it counted from elsewhere: its octets would be others now.
    const { seq, ctl, data } = seg;
    const [first] = octetsAt(seq, ctl.syn, Math.min(1, data.length), world.baseOf(peer));
    if (first !== data[0]) return;
    wait(odd);
    world.arrive(peer, seg);
  };

  const say = (kind: Sent, odd: Odd, peer: Peer) => {
    if (peer.isSilent) return;
    wait(odd);
    const base = world.baseOf(peer);
    const stamp = at(STAMPS, odd.stamp);
    const hasStamp = config.timestamps && stamp !== null;
    const ts = hasStamp ? { val: add(STAMP, world.now() + stamp), ecr: 0 } : undefined;
    world.arrive(peer, segmentOf(kind, odd, peer, stateOf(peer), { base, options, ts }));
  };

  /** What a well-behaved peer would say now. */
  const politely = (peer: Peer): Sent => {
    const state = stateOf(peer);
    if (state === 'LISTEN') return 'syn';
    const bothCall = state === 'SYN-RECEIVED' && tcbOf(peer)?.openedBy === 'active';
    return state === 'SYN-SENT' || bothCall ? 'syn-ack' : 'ack';
  };

  return {
    happen(move, odd) {
      const peer = at(peers, odd.who);
      switch (move) {
        case 'listen':
          return listen();
        case 'connect':
          return connect(odd, peer);
        case 'write':
        case 'write much':
        case 'read':
        case 'shutdown':
        case 'close':
        case 'abort':
          return use(move, odd, peer);
        case 'again':
          return repeat(odd, peer);
        case 'answer':
          return say(politely(peer), odd, peer);
        case 'all but one':
        case 'one too many':
        case 'nothing new':
          return say('ack', { ...odd, ack: NAMED_ACKS[move] }, peer);
        case 'timeout':
          return world.wait('after timer');
        default:
          return say(move, odd, peer);
      }
    },
    finish: world.finish,
  };
}
