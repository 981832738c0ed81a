import { leq, lt } from './bound.ts';
import { ctl } from './ctl.ts';
import { follow } from './followed.ts';
import { NOTHING } from './draft.ts';
import { concat } from './receive.ts';
import { atWork } from './running.ts';
import type { Segment, Seq } from './segment.ts';
import { add } from './seq.ts';
import type { Piece, Tcb } from './tcb.ts';
import { requireTrimmed } from './validate.ts';

/** The first number after what `piece` occupies. */
const endOf = ({ seq, data, fin }: Piece): Seq => add(seq, data.length + (fin ? 1 : 0));

/** A piece without what lies beyond the window; its FIN stays if that fits too. */
function cut({ seq, data, fin }: Piece, windowEnd: Seq): Piece {
  const fits = Math.max(0, (windowEnd - seq) | 0);
  const { length } = data;
  return {
    seq,
    data: length <= fits ? data : data.slice(0, fits),
    // A bare FIN reaches this point into a shut window only where a profile lets it.
    fin: fin && (fits > length || length === 0),
  };
}

/** The octets of `piece` from the number `next` on; `null` if it begins later. */
function newText(piece: Piece, next: Seq): Uint8Array | null {
  const isEmpty = endOf(piece) === piece.seq;
  if (isEmpty) return lt(next, piece.seq) ? null : piece.data;
  const text: unknown = atWork().functions.trim(piece, next);
  requireTrimmed(text);
  return text;
}

/**
 * The idealized segment of RFC 9293 §3.10.7.4: it begins at RCV.NXT, does not exceed the window, and
 * is followed by what was held back for it. What came too early is held (SHLD-31): then `null`.
 */
export function assemble(tcb: Tcb, seg: Segment): Segment | null {
  const { nxt, wnd } = tcb.rcv;
  const start = seg.ctl.syn ? add(seg.seq, 1) : seg.seq;
  const piece = cut({ seq: start, data: seg.data, fin: seg.ctl.fin }, add(nxt, wnd));

  const text = newText(piece, nxt);
  if (text === null) {
    if (endOf(piece) !== start) atWork().functions.hold(tcb, piece);
    return null;
  }

  let data = text;
  let { fin } = piece;
  for (const held of tcb.held) {
    const next = add(nxt, data.length);
    if (fin || lt(next, held.seq)) break;
    if (leq(endOf(held), next)) continue;
    const rest = newText(held, next);
    if (rest === null) break;
    data = concat(data, rest);
    follow('MUST-59');
    fin = held.fin;
  }
  const end = add(nxt, data.length);
  if (tcb.held.length > 0)
    tcb.held = fin ? NOTHING : tcb.held.filter((held) => lt(end, add(held.seq, held.data.length)));
  return { ...seg, seq: nxt, data, ctl: ctl({ ...seg.ctl, syn: false, fin }) };
}

/** Keeps a piece that came ahead of its turn, in order, once (SHLD-31). */
export function hold(tcb: Tcb, piece: Piece): void {
  const same = (held: Piece) => held.seq === piece.seq && held.data.length >= piece.data.length;
  if (tcb.held.some((held) => same(held) && (held.fin || !piece.fin))) return;
  follow('SHLD-31');
  const at = tcb.held.findIndex((held) => leq(piece.seq, held.seq));
  const place = at === -1 ? tcb.held.length : at;
  tcb.held = [...tcb.held.slice(0, place), piece, ...tcb.held.slice(place)];
}
