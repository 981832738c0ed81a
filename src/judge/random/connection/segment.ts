import {
  ctlOf,
  octetOf,
  add,
  NO_DATA,
  type Ctl,
  type Options,
  type Segment,
  type Seq,
  type State,
} from '#tcp';
import { octets } from '#scenario/packetdrill/octets.ts';
import { at } from '../flat.ts';
import { ackAt, seqAt } from './known.ts';
import type { Odd } from './odd.ts';
import type { Peer } from './peers.ts';
import {
  ACK_PLACES,
  EXTRA_TEXT,
  ODD_BITS,
  SEQ_PLACES,
  TEXT,
  WINDOWS,
  type AckPlace,
  type SeqPlace,
} from './tables.ts';

/** What a peer can send. */
export type Sent =
  | 'syn'
  | 'syn-ack'
  | 'ack'
  | 'text'
  | 'ahead'
  | 'overlap'
  | 'fin'
  | 'reset'
  | 'reset-ack'
  | 'bare'
  | 'crossing fin';

const BITS: Readonly<Record<Sent, Ctl>> = {
  syn: ctlOf(0x02),
  'syn-ack': ctlOf(0x12),
  ack: ctlOf(0x10),
  text: ctlOf(0x18),
  ahead: ctlOf(0x18),
  overlap: ctlOf(0x18),
  fin: ctlOf(0x11),
  reset: ctlOf(0x04),
  'reset-ack': ctlOf(0x14),
  bare: ctlOf(0x00),
  'crossing fin': ctlOf(0x11),
};

/** States in which no number of the peer's is known yet. */
const BEFORE: ReadonlySet<State> = new Set(['CLOSED', 'LISTEN', 'SYN-SENT']);

const UNA: AckPlace = { from: 'una', by: 0 };

/** What is sent for its text. */
const TEXTS: ReadonlySet<Sent> = new Set(['text', 'ahead', 'overlap']);

/** Where text begins that does not begin where it should. */
const BEGINS: Readonly<Partial<Record<Sent, SeqPlace>>> = {
  ahead: { from: 'next', by: 10 },
  overlap: { from: 'next', by: -5 },
};

/**
 * A segment of the peer's, as odd as `odd` says, for a connection in `state`. `base` is where a script
 * counts the peer's numbers from; `options` are those of a SYN, and `ts` is a timestamp, if there is one.
 */
export function segmentOf(
  kind: Sent,
  odd: Odd,
  peer: Peer,
  state: State,
  {
    base,
    options,
    ts,
  }: { readonly base: Seq; readonly options: Options; readonly ts?: Options['ts'] | undefined },
): Segment {
  const ctl = ctlOf(octetOf(BITS[kind]) ^ at(ODD_BITS, odd.bits));
  // Where both have called, the SYN,ACK repeats the number of the SYN.
  const opens = BEFORE.has(state) || (kind === 'syn-ack' && state === 'SYN-RECEIVED');
  const from = (odd.seq === 0 ? BEGINS[kind] : undefined) ?? at(SEQ_PLACES, odd.seq);
  const seq = seqAt(from, peer.known, ctl.syn && opens);
  const place = kind === 'crossing fin' ? UNA : at(ACK_PLACES, odd.ack);
  // Without the ACK bit a number may stand there all the same, and means nothing.
  const hasAck = ctl.ack || BITS[kind].ack || odd.ack > 0;
  const length = at(TEXTS.has(kind) ? TEXT : EXTRA_TEXT, odd.length);
  return {
    src: peer.remote,
    dst: peer.local,
    seq,
    ack: hasAck ? ackAt(place, peer.known) : 0,
    ctl,
    wnd: Math.max(at(WINDOWS, odd.window), state === 'SYN-RECEIVED' ? peer.leastWindow : 0),
    up: 0,
    data: octetsAt(seq, ctl.syn, length, base),
    options: { ...(ctl.syn ? options : {}), ...(ts === undefined ? {} : { ts }) },
  };
}

/**
 * The octets that stand at a number of the peer's, as scripts have them: each number has an octet of
 * its own, so that nobody can tell which of two copies was taken.
 */
export function octetsAt(seq: Seq, isSyn: boolean, length: number, base: Seq): Uint8Array {
  if (length === 0) return NO_DATA;
  return octets(isSyn ? 0 : add(seq, -1 - base), length);
}
