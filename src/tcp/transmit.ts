import type { Act } from './engine.ts';
import type { State } from './state.ts';
import { add } from './seq.ts';
import type { Tcb } from './tcb.ts';

/** States in which octets that SEND queued may still leave. */
const SENDING: ReadonlySet<State> = new Set(['ESTABLISHED', 'FIN-WAIT-1', 'CLOSE-WAIT', 'CLOSING']);

/** How many octets the peer's window still admits after SND.NXT. */
function room(tcb: Tcb): number {
  return (add(tcb.snd.una, tcb.snd.wnd) - tcb.snd.nxt) | 0;
}

/** What `Act.transmit` does (RFC 9293 §3.10.2 "Segmentize the buffer", §3.10.4 for the FIN). */
export function transmit(tcb: Tcb, act: Act, rule: string): void {
  if (!SENDING.has(tcb.state)) return;

  while (tcb.out.length > 0 && room(tcb) > 0) {
    const length = Math.min(tcb.out.length, tcb.snd.mss, room(tcb));
    const data = tcb.out.slice(0, length);
    tcb.out = tcb.out.slice(length);
    act.send(
      { ack: true, psh: tcb.out.length === 0 },
      { seq: tcb.snd.nxt, ack: tcb.rcv.nxt, data },
      rule,
    );
    tcb.snd.nxt = add(tcb.snd.nxt, length);
  }

  const finDue = tcb.finQueued && tcb.finSeq === null && tcb.out.length === 0;
  if (!finDue || room(tcb) <= 0) return;
  act.send({ fin: true, ack: true }, { seq: tcb.snd.nxt, ack: tcb.rcv.nxt }, '3.10.4');
  tcb.snd.nxt = add(tcb.snd.nxt, 1);
  if (tcb.state === 'CLOSE-WAIT') act.become('LAST-ACK', '3.10.4');
}
