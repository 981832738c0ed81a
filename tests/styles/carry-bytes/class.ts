import { lt, type Act, type Piece, type Segment, type Seq, type Tcb, type Verdict } from 'tcp';

/** A class, a distance of its own, and a queue that grows by whole arrays. */
const after = (a: Seq, b: Seq): number => (a - b) | 0;

export function trim(piece: Piece, rcvNxt: Seq): Uint8Array | null {
  const early = after(piece.seq, rcvNxt);
  if (early > 0) return null;
  if (early === 0) return piece.data;
  return piece.data.slice(-early);
}

class Established {
  ack = (tcb: Tcb, { ack, seq, wnd }: Segment, act: Act): Verdict => {
    const { una, nxt, wl1, wl2 } = tcb.snd;
    if (after(ack, nxt) > 0) return this.#refuse(act);
    if (after(ack, una) > 0) act.acknowledge(ack);
    if (after(ack, una) >= 0) {
      const later = after(seq, wl1);
      if (later > 0 || (later === 0 && after(ack, wl2) >= 0)) {
        Object.assign(tcb.snd, { wnd, wl1: seq, wl2: ack });
      }
    }
    act.transmit();
    return 'continue';
  };

  text = (tcb: Tcb, { data }: Segment, act: Act): Verdict => {
    if (data.length > 0) {
      act.ack();
      act.deliver(data);
      tcb.rcv.nxt = (tcb.rcv.nxt + data.length) >>> 0;
    }
    return 'continue';
  };

  #refuse(act: Act): Verdict {
    act.ack();
    act.drop('it acknowledges what was never sent');
    return 'stop';
  }
}

export const established = new Established();

export function send(tcb: Tcb, { data }: { readonly data: Uint8Array }, act: Act): void {
  if (tcb.finQueued) {
    act.signal('connection closing');
    return;
  }
  const both = new Uint8Array(tcb.out.length + data.length);
  both.set(tcb.out, 0);
  both.set(data, tcb.out.length);
  tcb.out = both;
  act.transmit();
  if (lt(tcb.snd.nxt, tcb.snd.una)) throw new Error('more is acknowledged than was sent');
}
