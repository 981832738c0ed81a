import { delayedAckTimeout } from './delayed-ack.ts';
import type { Handler, Timeouts } from './engine.ts';
import { persistTimeout } from './persist.ts';
import { keepAliveTimeout } from './planks/keepalive.ts';
import { timeWait } from './planks/time-wait.ts';
import { retransmissionTimeout } from './retransmission.ts';
import { atWork } from './running.ts';
import { userTimeout } from './user-timeout.ts';

/** A FIN-WAIT-2 whose user is gone has lasted long enough. No RFC asks for this, all systems do it. */
const finWait2Timeout: Handler<'TIMEOUT'> = (tcb, _event, act) => {
  if (tcb.state === 'FIN-WAIT-2') act.become('CLOSED', 'impl/FIN-WAIT-2');
};

/** What each timer does when it expires (RFC 9293 §3.10.8, §3.8). */
export const timeouts: Timeouts = {
  RETRANSMISSION: retransmissionTimeout,
  PERSIST: persistTimeout,
  'DELAYED-ACK': delayedAckTimeout,
  'KEEP-ALIVE': keepAliveTimeout,
  USER: userTimeout,
  'FIN-WAIT-2': finWait2Timeout,
  'TIME-WAIT': timeWait.timeout,
};

/** TIMEOUT in any state that has a TCB: the timer's own handler. */
export const expire: Handler<'TIMEOUT'> = (tcb, event, act) =>
  atWork().timeouts[event.timer](tcb, event, act);
