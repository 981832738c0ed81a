import type { Endpoint, Segment, Tcb } from '../learner.ts';

/*
 * Both ends call at once: RFC 9293 §3.5, Figure 7. One connection comes of it, not two. A connection
 * from a socket to itself is the same with one host: its SYN comes back to it, as the SYN of a peer
 * that calls.
 */

/**
 * Is this the SYN,ACK of a simultaneous open? Its number is counted already, so the first check of
 * §3.10.7.4 would refuse it (Appendix A.2).
 */
export function completesSimultaneousOpen(tcb: Readonly<Tcb>, { ctl, seq }: Segment): boolean {
  const crossed = tcb.state === 'SYN-RECEIVED' && tcb.openedBy === 'active';
  return crossed && ctl.syn && ctl.ack && !ctl.rst && seq === tcb.irs;
}

/** A socket is an address with a port; both must be the same. */
export function isSelfConnect(local: Endpoint, remote: Endpoint): boolean {
  return local.address === remote.address && local.port === remote.port;
}
