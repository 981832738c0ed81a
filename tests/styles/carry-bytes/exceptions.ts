import { type Act, type Check, type Piece, type Segment, type Seq, type Tcb } from 'tcp';

/** An arithmetic of its own, octets read through a DataView, and exceptions that end the matter. */
class Stop extends Error {}
const M = 0x1_0000_0000;
const diff = (a: number, b: number) => {
  const d = (((a - b) % M) + M) % M;
  return d > M / 2 ? d - M : d;
};
const guard =
  (f: (t: Tcb, s: Segment, a: Act) => void): Check =>
  (t, s, a) => {
    try {
      f(t, s, a);
      return 'continue';
    } catch (e) {
      if (e instanceof Stop) return 'stop';
      throw e;
    }
  };
export const established = {
  ack: guard((t, s, a) => {
    const news = diff(s.ack, t.snd.una),
      future = diff(s.ack, t.snd.nxt);
    if (future > 0) {
      a.ack();
      throw new Stop();
    }
    if (news > 0) a.acknowledge(s.ack);
    if (
      news >= 0 &&
      (diff(s.seq, t.snd.wl1) > 0 || (s.seq === t.snd.wl1 && diff(s.ack, t.snd.wl2) >= 0))
    )
      Object.assign(t.snd, { wl1: s.seq, wl2: s.ack, wnd: s.wnd });
    a.transmit();
  }),
  text: guard((t, s, a) => {
    const view = new DataView(s.data.buffer, s.data.byteOffset, s.data.byteLength);
    if (view.byteLength === 0) return;
    const copy = new Uint8Array(view.byteLength);
    for (let i = 0; i < copy.length; i++) copy[i] = view.getUint8(i);
    a.deliver(copy);
    t.rcv.nxt = (t.rcv.nxt + copy.length) % M;
    a.ack();
  }),
};
export const trim = (p: Piece, n: Seq) =>
  diff(p.seq, n) > 0 ? null : new Uint8Array([...p.data].slice(diff(n, p.seq)));
export const send = (t: Tcb, e: { data: Uint8Array }, a: Act) => {
  if (!t.finQueued) {
    t.out = new Uint8Array([...t.out, ...e.data]);
    a.transmit();
  } else a.signal('connection closing');
};
