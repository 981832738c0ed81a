import type { Endpoint, Seq, State } from '#tcp';
import type { OctetsSeen } from './octets-seen.ts';

/** How far an end has come in opening; how it closes follows from the FINs. */
export type Phase = 'SYN-SENT' | 'SYN-RECEIVED' | 'SYNCHRONIZED' | 'LISTEN' | 'CLOSED';

/** What a capture tells of one end of a connection. It changes with every segment. */
export interface End {
  readonly at: Endpoint;
  phase: Phase | null;
  /** The phase that a reset ended, as long as nothing shows that the reset never came. */
  reset: { readonly from: Phase | null; readonly by: 'itself' | 'peer' } | null;
  /** Its initial sequence number. */
  iss: Seq | null;
  /** What it sent. */
  sent: OctetsSeen | null;
  /** How far the other end acknowledged that: a place in `sent`. */
  acked: number | null;
  /** Did it call, with a SYN that acknowledges nothing? And has it answered one? */
  called: boolean;
  answered: boolean;
  /** Has its SYN been acknowledged? */
  synAcked: boolean;
  /** Was it seen to send while its direction was open? A capture may begin after its FIN. */
  live: boolean;
  /** The place after its FIN in `sent`. */
  fin: number | null;
  finAcked: boolean;
  /** Had it the other end's FIN when it sent its own? */
  closedSecond: boolean;
  /** Has it acknowledged the other end's FIN? */
  gotFin: boolean;
  /** The window field that it sent last; `null` before the first. */
  wnd: number | null;
  /** The last data it sent: a keep-alive probe with an octet looks much like a retransmission. */
  lastData: { readonly length: number; readonly octet: number | undefined } | null;
}

/** An end of which nothing is known. */
export function unknownEnd(at: Endpoint): End {
  return {
    at,
    phase: null,
    reset: null,
    iss: null,
    sent: null,
    acked: null,
    called: false,
    answered: false,
    synAcked: false,
    live: false,
    fin: null,
    finAcked: false,
    closedSecond: false,
    gotFin: false,
    wnd: null,
    lastData: null,
  };
}

/** The end's state, as far as the capture tells; `null` if it could be several. */
export function stateOf(end: End, peer: End): State | null {
  if (end.phase === null || !isOpen(end)) return end.phase as State | null;
  if (!end.live) return null;
  if (end.fin === null) {
    if (end.gotFin) return 'CLOSE-WAIT';
    return peer.live ? 'ESTABLISHED' : null;
  }
  if (end.gotFin && end.closedSecond) return end.finAcked ? 'CLOSED' : 'LAST-ACK';
  if (end.gotFin) return end.finAcked ? 'TIME-WAIT' : 'CLOSING';
  if (!peer.live) return null;
  return end.finAcked ? 'FIN-WAIT-2' : 'FIN-WAIT-1';
}

/** RFC 9293 §3.10.4: CLOSE in SYN-RECEIVED sends the FIN at once, and the state is FIN-WAIT-1. */
function isOpen({ phase, fin }: End): boolean {
  return phase === 'SYNCHRONIZED' || (phase === 'SYN-RECEIVED' && fin !== null);
}
