import { mayReopen, segLen, type Check, type Handler } from '../learner.ts';

/*
 * TIME-WAIT: waiting until the peer surely has our last ACK, and until old segments have died.
 *   In: the peer's FIN in FIN-WAIT-2; the ACK of our FIN in CLOSING. Out: 2 MSL pass; a reset; a SYN
 *   that may reopen the connection.
 *   Calls allowed: ABORT, STATUS.
 */

export const timeWait: {
  rst: Check;
  syn: Check;
  ack: Check;
  text: Check;
  fin: Check;
  timeout: Handler<'TIMEOUT'>;
} = {
  // RFC 9293 §3.10.7.4 second deletes the TCB; RFC 1337 §3 shows how an old reset abuses that.
  rst(_tcb, _seg, act) {
    if (act.config.resetInTimeWait === 'ignore') act.drop('a reset in TIME-WAIT', 'RFC1337/3');
    else act.become('CLOSED', '3.10.7.4/2');
    return 'stop';
  },

  // Fourth check. The first has let a SYN pass that may reopen, wherever it lies.
  syn(tcb, seg, act) {
    if (act.listening && mayReopen(tcb, seg, act.config)) {
      if (seg.options.ts !== undefined) {
        act.cite('SHLD-4');
        act.cite('RFC6191/2');
      }
      act.reopen(seg, tcb.snd.nxt, 'MAY-2');
      return 'stop';
    }
    act.ack('RFC5961/4.2');
    act.drop('a SYN in TIME-WAIT', 'RFC5961/4.2');
    return 'stop';
  },

  // Fifth check: all that can arrive is the peer's FIN, sent again because our ACK was lost. A bare
  // ACK draws no answer: two TIME-WAITs would acknowledge each other for ever.
  ack(tcb, seg, act) {
    if (!seg.ctl.fin) {
      // Linux starts the wait anew even so, and answers all but a bare ACK at RCV.NXT (measured on 6.18).
      if (act.config.timeWait === 'linux') {
        act.arm('TIME-WAIT', 2 * act.config.msl, 'impl/TIME-WAIT');
        if (segLen(seg) > 0 || seg.seq !== tcb.rcv.nxt) act.ack('impl/TIME-WAIT');
      }
      act.drop('nothing but a repeated FIN concerns TIME-WAIT', '3.10.7.4/5');
      return 'stop';
    }
    act.ack('3.10.7.4/5');
    act.arm('TIME-WAIT', 2 * act.config.msl, '3.10.7.4/8');
    return 'stop';
  },
  text: () => 'continue',
  fin: () => 'stop',

  // RFC 9293 §3.10.8.
  timeout(_tcb, _event, act) {
    act.become('CLOSED', '3.10.8');
  },
};
