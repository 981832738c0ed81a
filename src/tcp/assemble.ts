import { leq, lt } from './bound.ts';
import { ctl } from './ctl.ts';
import { follow } from './followed.ts';
import { NOTHING } from './draft.ts';
import { concat } from './receive.ts';
import { atWork } from './running.ts';
import type { Segment, Seq } from './segment.ts';
import { add } from './seq.ts';
import type { Held, Tcb } from './tcb.ts';

/** The octets of `piece` from `from` on, as far as the window reaches; its FIN if that fits too. */
function trim(piece: Held, from: Seq, windowEnd: Seq): Held {
  const skip = lt(piece.seq, from) ? (from - piece.seq) >>> 0 : 0;
  const fits = Math.max(0, (windowEnd - add(piece.seq, skip)) | 0);
  const { length } = piece.data;
  const data = skip === 0 && length <= fits ? piece.data : piece.data.slice(skip, skip + fits);
  const complete = skip + data.length >= length;
  // A bare FIN reaches this point into a shut window only where a profile lets it.
  const fin = piece.fin && complete && (fits > data.length || length === 0);
  return { seq: add(piece.seq, skip), data, fin };
}

/**
 * The idealized segment of RFC 9293 §3.10.7.4: it begins at RCV.NXT, does not exceed the window, and
 * is followed by what was held back for it. What came too early is held (SHLD-31): then `null`.
 */
export function assemble(tcb: Tcb, seg: Segment): Segment | null {
  const start = seg.ctl.syn ? add(seg.seq, 1) : seg.seq;
  const piece: Held = { seq: start, data: seg.data, fin: seg.ctl.fin };
  const windowEnd = add(tcb.rcv.nxt, tcb.rcv.wnd);

  if (lt(tcb.rcv.nxt, start)) {
    if (piece.data.length > 0 || piece.fin)
      atWork().functions.hold(tcb, trim(piece, start, windowEnd));
    return null;
  }

  let { data, fin } = trim(piece, tcb.rcv.nxt, windowEnd);
  for (const held of tcb.held) {
    const next = add(tcb.rcv.nxt, data.length);
    if (fin || lt(next, held.seq)) break;
    const rest = trim(held, next, windowEnd);
    data = concat(data, rest.data);
    follow('MUST-59');
    fin = rest.fin;
  }
  const end = add(tcb.rcv.nxt, data.length);
  if (tcb.held.length > 0)
    tcb.held = fin ? NOTHING : tcb.held.filter((held) => lt(end, add(held.seq, held.data.length)));
  return { ...seg, seq: tcb.rcv.nxt, data, ctl: ctl({ ...seg.ctl, syn: false, fin }) };
}

/** Keeps a piece that came ahead of its turn, in order, once (SHLD-31). */
export function hold(tcb: Tcb, piece: Held): void {
  const same = (held: Held) => held.seq === piece.seq && held.data.length >= piece.data.length;
  if (tcb.held.some((held) => same(held) && (held.fin || !piece.fin))) return;
  follow('SHLD-31');
  const at = tcb.held.findIndex((held) => leq(piece.seq, held.seq));
  const place = at === -1 ? tcb.held.length : at;
  tcb.held = [...tcb.held.slice(0, place), piece, ...tcb.held.slice(place)];
}
