import type { State, Tcb } from '#tcp';
import type { Host, Life } from './host.ts';
import type { Model, Side } from './model.ts';
import { canRead, nextCall, type Situation, type World } from './situation.ts';

/** More segments than this at once are a storm: no model here needs half as many. */
const STORM = 24;

/** States in which a connection has a peer that it believes in. */
const SYNCHRONIZED: ReadonlySet<State> = new Set([
  ...(['ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSE-WAIT'] as const),
  ...(['CLOSING', 'LAST-ACK', 'TIME-WAIT'] as const),
]);

/** States in which the peer's FIN has been taken. */
const HEARD_ALL: ReadonlySet<State> = new Set(['CLOSE-WAIT', 'CLOSING', 'LAST-ACK', 'TIME-WAIT']);

/** In which states a connection may rest for ever, and where its peer must be then. */
const RESTING: Readonly<Partial<Record<State, State>>> = {
  ESTABLISHED: 'ESTABLISHED',
  'FIN-WAIT-2': 'CLOSE-WAIT',
  'CLOSE-WAIT': 'FIN-WAIT-2',
};

const other = (side: Side): Side => (side === 'A' ? 'B' : 'A');

const lifeOf = (host: Host, iss: number): Life | undefined =>
  host.lives.find((life) => life.iss === iss);

/** Is nothing on its way, and will nothing be sent unless a user calls? */
function isAtRest({ hosts }: World, now: Situation): boolean {
  if (now.net.length > 0 || now.old.length > 0) return false;
  return ([now.A, now.B] as const).every((id) => {
    const timers = hosts.value(id).tcb?.timers ?? {};
    return Object.keys(timers).every((timer) => timer === 'TIME-WAIT');
  });
}

/** What is wrong with the situation; `null` if nothing is. */
export function wrongIn(world: World, now: Situation): string | null {
  if (now.net.length > STORM) return `more than ${STORM} segments at once: a storm`;
  const atRest = isAtRest(world, now);
  for (const side of ['A', 'B'] as const) {
    const host = world.hosts.value(now[side]);
    const peer = world.hosts.value(now[other(side)]);
    if (host.tcb === null) continue;
    const wrong = wrongStream(host, host.tcb, peer) ?? (atRest ? wrongRest(host.tcb, peer) : null);
    if (wrong !== null) return `${side} (${host.tcb.state}) ${wrong}`;
  }
  return null;
}

/** Octets are a beginning of what the peer's user sent, in order, once; a FIN comes after all. */
function wrongStream(host: Host, tcb: Tcb, peer: Host): string | null {
  if (!SYNCHRONIZED.has(tcb.state)) return null;
  const theirs = lifeOf(peer, tcb.irs);
  if (theirs === undefined) return 'is open to a ghost: its peer never opened that connection';
  const came = host.heard + String.fromCharCode(...tcb.in);
  if (!theirs.said.startsWith(came)) return `took “${came}”, its peer sent “${theirs.said}”`;
  const short = HEARD_ALL.has(tcb.state) && came !== theirs.said;
  return short ? `took a FIN after “${came}”, its peer sent “${theirs.said}”` : null;
}

/** When nothing is on its way, an open connection has its counterpart, and nothing is owed. */
function wrongRest(tcb: Tcb, peer: Host): string | null {
  if (tcb.state === 'TIME-WAIT') {
    return tcb.timers['TIME-WAIT'] === undefined ? 'has no timer that ends it' : null;
  }
  const counterpart = RESTING[tcb.state];
  const owes = tcb.rtx.length > 0 || tcb.out.length > 0 || tcb.snd.una !== tcb.snd.nxt;
  if (counterpart === undefined || owes) return 'waits, and nothing will happen';
  if (lifeOf(peer, tcb.irs)?.cut === true) return null;
  const its = peer.tcb;
  const same = its !== null && its.iss === tcb.irs && its.irs === tcb.iss;
  if (!same) return 'is open, and its peer has forgotten the connection';
  if (its.state !== counterpart) return `rests, while its peer is in ${its.state}`;
  const agree = its.snd.nxt === tcb.rcv.nxt && its.rcv.nxt === tcb.snd.nxt;
  return agree ? null : 'and its peer disagree about the numbers';
}

/**
 * Is this a good end? Nothing is on its way, the users have made all their calls, and if both have
 * closed, both ends are CLOSED or in TIME-WAIT; unless one of them was cut off without a word.
 */
export function isGoodEnd(world: World, now: Situation): boolean {
  if (!isAtRest(world, now)) return false;
  const { model, hosts } = world;
  return (['A', 'B'] as const).every((side) => {
    const host = hosts.value(now[side]);
    if (nextCall(model, side, host) !== null || canRead(model, host)) return false;
    if (host.tcb === null || host.tcb.state === 'TIME-WAIT') return isDone(model, side, host);
    const cut = lifeOf(hosts.value(now[other(side)]), host.tcb.irs)?.cut === true;
    return cut || !bothClose(model);
  });
}

/** No call is left, but for those to a listener's next caller. */
const isDone = (model: Model, side: Side, host: Host): boolean =>
  host.listening || host.at === model.users[side].length;

const bothClose = ({ users }: Model): boolean =>
  (['A', 'B'] as const).every((side) => users[side].includes('close'));
