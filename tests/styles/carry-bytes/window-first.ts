import { add, between, lt, type Check, type Handler, type Piece, type Seq, type Tcb } from 'tcp';

/** The window is set first, and everything is asked by `between`; the numbers are kept by BigInt. */
const RING = 2n ** 32n;
const behind = (a: Seq, b: Seq): number => Number((BigInt(a) - BigInt(b) + RING) % RING);

export const trim = (piece: Piece, rcvNxt: Seq): Uint8Array | null => {
  const { seq, data } = piece;
  const isEarly = between(rcvNxt, seq, add(rcvNxt, 0x7fff_ffff));
  return isEarly ? null : data.filter((_octet, i) => i >= behind(rcvNxt, seq));
};

function mayLeaveAt(tcb: Tcb, seq: Seq, ack: Seq): boolean {
  const { una, wl1, wl2 } = tcb.snd;
  if (lt(ack, una)) return false;
  return seq === wl1 ? !lt(ack, wl2) : lt(wl1, seq);
}

const ack: Check = (tcb, seg, act) => {
  const isOfTheUnsent = lt(tcb.snd.nxt, seg.ack);
  if (!isOfTheUnsent && mayLeaveAt(tcb, seg.seq, seg.ack)) {
    [tcb.snd.wnd, tcb.snd.wl1, tcb.snd.wl2] = [seg.wnd, seg.seq, seg.ack];
  }
  if (isOfTheUnsent) act.ack();
  else if (lt(tcb.snd.una, seg.ack)) act.acknowledge(seg.ack);
  if (!isOfTheUnsent) act.transmit();
  return isOfTheUnsent ? 'stop' : 'continue';
};

const text: Check = (tcb, seg, act) => {
  const half = seg.data.length >> 1;
  const parts = [seg.data.subarray(0, half), seg.data.subarray(half)];
  for (const part of parts.filter(({ length }) => length > 0)) act.deliver(part);
  tcb.rcv.nxt = add(tcb.rcv.nxt, seg.data.length);
  if (seg.data.length > 0) act.ack();
  return 'continue';
};

export const established = Object.freeze({ ack, text });

export const send: Handler<'SEND'> = (tcb, event, act) =>
  tcb.finQueued
    ? act.signal('connection closing')
    : void ((tcb.out = joined(tcb.out, event.data)), act.transmit());

const joined = (...parts: readonly Uint8Array[]): Uint8Array =>
  new Uint8Array(parts.flatMap((part) => [...part]));
