import { leq, lt } from './bound.ts';
import type { Act, Handler } from './engine.ts';
import type { EventOf } from './event.ts';
import type { IcmpError } from './icmp.ts';
import { LEAST_MSS } from './options.ts';
import type { Tcb } from './tcb.ts';

/** Codes 2 to 4 of "destination unreachable", but for 4, which is path MTU discovery's. */
const HARD: ReadonlySet<IcmpError> = new Set(['protocol unreachable', 'port unreachable']);

/** Octets of the IP and TCP headers in a packet of path MTU discovery (IPv4). */
const HEADERS = 40;

/** RFC 9293 §3.9.2.2: an ICMP message about a segment of this connection (MUST-54). */
export const icmpArrives: Handler<'ICMP'> = (tcb, event, act) => {
  const { error, seq } = event;
  if (error === 'source quench') return act.drop('a source quench', 'MUST-55');
  if (!leq(tcb.snd.una, seq) || !lt(seq, tcb.snd.nxt)) {
    return act.drop('it quotes a segment that is not in flight', 'RFC5927/4.1');
  }
  act.cite('MUST-54');
  if (error === 'fragmentation needed') return smallerSegments(tcb, event, act);

  // RFC 5927 §5.2: on a synchronized connection even a hard error may be forged, or may pass.
  const isEmbryonic = tcb.state === 'SYN-SENT' || tcb.state === 'SYN-RECEIVED';
  if (HARD.has(error) && isEmbryonic) return abort(tcb, act);

  act.cite('MUST-56');
  if (HARD.has(error)) act.cite('RFC5927/5.2');
  tcb.softError = error;
  if (tcb.settings.reports) {
    act.signal('soft error', 'SHLD-25');
    act.cite('MUST-47');
  } else act.cite('SHLD-20');
};

/** SHLD-26: the caller's OPEN has failed; a caller at our door is forgotten. */
function abort(tcb: Tcb, act: Act): void {
  if (tcb.openedBy === 'passive') return act.become('LISTEN', 'SHLD-26');
  act.signal('connection refused', 'SHLD-26');
  act.become('CLOSED', 'SHLD-26');
}

/** RFC 1191 §6.4: the path takes no segments of this size; the oldest goes out again, in smaller ones. */
function smallerSegments(tcb: Tcb, { mtu }: EventOf<'ICMP'>, act: Act): void {
  const mss = Math.max((mtu ?? 576) - HEADERS, LEAST_MSS);
  if (mss >= tcb.snd.mss) return act.drop('the path is no smaller than known', 'MUST-16');
  tcb.snd.mss = mss;
  act.cite('RFC1191/6.4');
  act.resend('MUST-16');
}
