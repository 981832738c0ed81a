import { add, type Plank } from '../learner.ts';

/*
 * LISTEN: waiting for a connection request from any remote TCP and port.
 *   In: passive OPEN; a reset in SYN-RECEIVED after a passive OPEN. Out: SYN, CLOSE, SEND.
 *   Calls allowed: all; SEND and active OPEN need a remote socket.
 */

/** RFC 9293 §3.10.7.2. */
export const listen: Plank = (tcb, seg, act) => {
  // First, a reset. Nothing has been sent yet, so it cannot answer anything of ours.
  if (seg.ctl.rst) return act.drop('a reset in LISTEN', '3.10.7.2/1');

  // Second, an ACK. It acknowledges something that this connection never sent.
  if (seg.ctl.ack) return act.reset(seg, '3.10.7.2/2');

  // Third, a SYN: somebody calls.
  if (seg.ctl.syn) {
    tcb.rcv.nxt = add(seg.seq, 1);
    tcb.irs = seg.seq;
    tcb.iss = act.isn();
    tcb.snd.nxt = add(tcb.iss, 1);
    tcb.snd.una = tcb.iss;
    tcb.openedBy = 'passive'; // MUST-11: a reset will ask where this connection came from
    act.send({ syn: true, ack: true }, { seq: tcb.iss, ack: tcb.rcv.nxt }, '3.10.7.2/3');
    act.become('SYN-RECEIVED', '3.10.7.2/3');
    return;
  }

  // Fourth, anything else: neither reset, nor ACK, nor SYN.
  act.drop('neither SYN, ACK nor RST', '3.10.7.2/4');
};
