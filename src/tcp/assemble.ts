import { leq, lt } from './bound.ts';
import { ctl } from './ctl.ts';
import { follow } from './followed.ts';
import { NOTHING } from './draft.ts';
import { trim } from './planks/carry-bytes.ts';
import { concat } from './receive.ts';
import { atWork } from './running.ts';
import type { Segment, Seq } from './segment.ts';
import { add } from './seq.ts';
import type { Piece, Tcb } from './tcb.ts';
import { requirePiece } from './validate.ts';

/** What there is to process now. */
type New = Pick<Piece, 'data' | 'fin'>;

/** The first number after what `piece` occupies. */
const endOf = ({ seq, data, fin }: Piece): Seq => add(seq, data.length + (fin ? 1 : 0));

/** What is new of a piece at `from`, where `room` octets fit; `null` if it begins later. */
function newOf(piece: Piece, from: Seq, room: number): New | null {
  const isBare = piece.data.length === 0;
  // What occupies nothing needs no room, nor does a FIN that a profile lets into a shut window.
  if (isBare && (!piece.fin || room === 0)) return lt(from, piece.seq) ? null : piece;
  const found: unknown = atWork().functions.trim(piece, from, room);
  requirePiece(found);
  return found;
}

/**
 * The idealized segment of RFC 9293 §3.10.7.4: it begins at RCV.NXT, does not exceed the window, and
 * is followed by what was held back for it. What came too early is held (SHLD-31): then `null`.
 */
export function assemble(tcb: Tcb, seg: Segment): Segment | null {
  const { nxt, wnd } = tcb.rcv;
  const start = seg.ctl.syn ? add(seg.seq, 1) : seg.seq;
  const piece: Piece = { seq: start, data: seg.data, fin: seg.ctl.fin };
  const first = newOf(piece, nxt, wnd);

  if (first === null) {
    const room = (add(nxt, wnd) - start) | 0;
    const kept = trim(piece, start, room);
    if (kept !== null && endOf(piece) !== start)
      atWork().functions.hold(tcb, { seq: start, ...kept });
    return null;
  }

  let { data, fin } = first;
  for (const held of tcb.held) {
    const next = add(nxt, data.length);
    if (fin || lt(next, held.seq)) break;
    if (leq(endOf(held), next)) continue;
    const rest = newOf(held, next, Math.max(0, wnd - data.length));
    if (rest === null) break;
    data = concat(data, rest.data);
    follow('MUST-59');
    fin = rest.fin;
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
