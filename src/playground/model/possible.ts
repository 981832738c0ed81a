import type { Deed, GripDeed } from './deed.ts';
import { pairsOf } from './network.ts';
import { roomFor, type NoRoom, type Session } from './session.ts';
import type { HostName } from './setup.ts';
import type { Socket, View } from './view.ts';

/** Why a deed cannot be done now: the end of a message key. */
export type Obstacle =
  | NoRoom
  | 'no connection'
  | 'listener'
  | 'port taken'
  | 'pair taken'
  | 'itself'
  | 'closed already'
  | 'nothing to read'
  | 'nobody reads'
  | 'left already'
  | 'nothing to lose'
  | 'arrived'
  | 'lost anyway'
  | 'not a segment'
  | 'no other'
  | 'no link'
  | 'cut already'
  | 'whole already';

/** What stands in the way of a deed at the moment that `view` shows; `null`: it can be done. */
export function possible(deed: Deed, session: Session, view: View): Obstacle | null {
  const room = roomFor(session, view.now);
  if (room !== null) return room;
  switch (deed.do) {
    case 'listen':
      return view.sockets.get(deed.host)?.some(holds(deed.port)) ? 'port taken' : null;
    case 'open':
      if (deed.host === deed.to) return 'itself';
      return isHeld(deed, view) ? 'pair taken' : null;
    case 'crash':
      return (view.sockets.get(deed.host)?.length ?? 0) > 0 ? null : 'nothing to lose';
    case 'send':
    case 'receive':
    case 'close':
    case 'leave':
    case 'abort':
      return onConnection(deed, view);
    case 'drop':
    case 'delay':
    case 'duplicate':
    case 'swap':
    case 'edit':
      return onSegment(deed, view);
    case 'old':
      return deed.from === deed.to ? 'itself' : null;
    case 'cut':
    case 'mend':
      return onLink(deed, view);
  }
}

const holds =
  (port: number) =>
  ({ tcb }: Socket) =>
    tcb.local.port === port && tcb.state === 'LISTEN';

/** Is there a connection between the two sockets already, or does the local one listen? */
function isHeld(deed: Extract<Deed, { do: 'open' }>, view: View): boolean {
  return (view.sockets.get(deed.host) ?? []).some(({ conn, tcb }) => {
    const isSame = tcb.local.port === deed.from && tcb.remote?.port === deed.port;
    return conn === `${deed.from}` || isSame;
  });
}

/** The socket that a call is about. */
export function socketOf(view: View, host: HostName, conn: string): Socket | null {
  return view.sockets.get(host)?.find((socket) => socket.conn === conn) ?? null;
}

/** States in which the user has closed. */
const CLOSED_BY_USER = new Set(['FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSING', 'LAST-ACK', 'TIME-WAIT']);
/** States in which the peer sends no more: RECEIVE gives what is there. */
const NO_MORE = new Set(['CLOSE-WAIT', 'CLOSING', 'LAST-ACK', 'TIME-WAIT']);

function onConnection(
  deed: Extract<Deed, { do: 'send' | 'receive' | 'close' | 'leave' | 'abort' }>,
  view: View,
): Obstacle | null {
  const tcb = socketOf(view, deed.host, deed.conn)?.tcb;
  if (tcb === undefined) return 'no connection';
  const hasClosed = CLOSED_BY_USER.has(tcb.state) || tcb.finQueued;
  switch (deed.do) {
    case 'abort':
      return null;
    case 'send':
      if (tcb.state === 'LISTEN') return 'listener';
      return hasClosed ? 'closed already' : null;
    case 'receive':
      if (tcb.state === 'LISTEN') return 'listener';
      if (tcb.readerGone) return 'nobody reads';
      return NO_MORE.has(tcb.state) && tcb.in.length === 0 ? 'nothing to read' : null;
    case 'close':
      return hasClosed ? 'closed already' : null;
    case 'leave':
      return tcb.readerGone ? 'left already' : null;
  }
}

function onSegment(deed: GripDeed, { flying }: View): Obstacle | null {
  const it = flying.find(({ name }) => name === deed.segment);
  if (it === undefined) return 'arrived';
  if (it.isLost) return 'lost anyway';
  if (it.seg === null && (deed.do === 'duplicate' || deed.do === 'edit')) return 'not a segment';
  if (deed.do !== 'swap') return null;
  const other = flying.find(({ name }) => name === deed.with);
  if (other === undefined || other === it || other.isLost) return 'no other';
  return other.next === it.next ? null : 'no other';
}

function onLink(deed: Extract<Deed, { do: 'cut' | 'mend' }>, { cut, setup }: View) {
  const isIt = (pair: readonly [string, string]) => deed.between.every((x) => pair.includes(x));
  if (!pairsOf(setup).some(isIt)) return 'no link';
  const isCut = cut.some(isIt);
  if (deed.do === 'cut') return isCut ? 'cut already' : null;
  return isCut ? null : 'whole already';
}

/** The segment with which another can change places: the next one to the same node. */
export function partnerOf(name: string, { flying }: View): string | null {
  const it = flying.find((each) => each.name === name);
  if (it === undefined || it.isLost) return null;
  const others = flying.filter((each) => each !== it && each.next === it.next && !each.isLost);
  const sorted = others.sort((a, b) => a.arrives - b.arrives);
  return (sorted.find(({ arrives }) => arrives >= it.arrives) ?? sorted.at(-1))?.name ?? null;
}

/** The first ports of callers. */
export const FIRST_PORT = 40_001;

/** A local port that the host has not used yet in this session. */
export function freePort(session: Session, view: View, host: HostName): number {
  const used = new Set(
    session.deeds.flatMap(({ at, deed }) =>
      deed.do === 'open' && deed.host === host && at <= view.now ? [deed.from] : [],
    ),
  );
  for (const { tcb } of view.sockets.get(host) ?? []) used.add(tcb.local.port);
  let port = FIRST_PORT;
  while (used.has(port)) port++;
  return port;
}
