import { follow } from '../followed.ts';
import { add, type Act, type Handler, type State, type Tcb } from '../learner.ts';

/*
 * Keep-alive (RFC 9293 §3.8.4): asks a silent peer whether it is still there. Off unless the user
 * wants it (MUST-24, MUST-25).
 */

/** States in which a silent peer may be asked. */
const ASKING: ReadonlySet<State> = new Set([
  'ESTABLISHED',
  'CLOSE-WAIT',
  'FIN-WAIT-1',
  'FIN-WAIT-2',
]);

/** Is something on its way, or waiting to be sent? Then its retransmission asks the peer. */
const isBusy = (tcb: Tcb): boolean => tcb.rtx.length > 0 || tcb.out.length > 0;

/** Starts or stops the timer as the settings and the state want it. Called when an event is done with. */
export function keepAliveTimer(tcb: Tcb, act: Act): void {
  const { keepAlive } = tcb.settings;
  const runs = tcb.timers['KEEP-ALIVE'] !== undefined;
  if (keepAlive === null && ASKING.has(tcb.state)) follow('MUST-25');
  if (keepAlive === null || !ASKING.has(tcb.state)) {
    if (runs) act.disarm('KEEP-ALIVE', 'MUST-24');
  } else if (!runs) {
    act.arm('KEEP-ALIVE', Math.max(0, tcb.heardAt + keepAlive.idle - act.now), 'MUST-24');
  }
}

/**
 * A probe names the number before SND.NXT, which the peer has: whoever is alive answers with an ACK.
 * Several must go unanswered before the peer counts as dead (MUST-29).
 */
export const keepAliveTimeout: Handler<'TIMEOUT'> = (tcb, _event, act) => {
  const { keepAlive } = tcb.settings;
  if (keepAlive === null || !ASKING.has(tcb.state)) return;

  const silent = act.now - tcb.heardAt;
  if (isBusy(tcb)) return act.arm('KEEP-ALIVE', keepAlive.idle, 'MUST-26');
  if (tcb.probes === 0 && silent < keepAlive.idle) {
    return act.arm('KEEP-ALIVE', keepAlive.idle - silent, 'MUST-27');
  }
  if (tcb.probes >= keepAlive.probes) return giveUp(tcb, act);

  tcb.probes += 1;
  act.cite('MAY-5');
  act.send({ ack: true }, { seq: add(tcb.snd.nxt, -1), ack: tcb.rcv.nxt }, 'SHLD-12');
  act.arm('KEEP-ALIVE', keepAlive.interval, 'MUST-27');
};

/** Nobody is there. A reset tells the peer, should it be alive after all. */
function giveUp(tcb: Tcb, act: Act): void {
  const on = { rst: true, ack: act.config.abortForm === 'RST,ACK' };
  act.send(on, { seq: tcb.snd.nxt, ack: tcb.rcv.nxt }, 'MUST-29');
  act.signal('connection aborted due to user timeout', 'MUST-29');
  act.become('CLOSED', 'MUST-29');
}
