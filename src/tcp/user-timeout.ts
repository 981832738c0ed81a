import type { Act, Handler } from './engine.ts';
import { hasWork } from './persist.ts';
import type { Tcb } from './tcb.ts';

/**
 * The user timer runs while something is not acknowledged, and starts anew with each ACK that makes
 * progress (RFC 9293 §3.10.2, §3.8.3: the user sets R2, MUST-21). `progress`: SND.UNA moved.
 */
export function userTimer(tcb: Tcb, act: Act, progress: boolean): void {
  const { userTimeout } = tcb.settings;
  const runs = tcb.timers.USER !== undefined;
  if (userTimeout === null || tcb.state === 'LISTEN' || !hasWork(tcb)) {
    if (runs) act.disarm('USER', 'MUST-21');
  } else if (!runs || progress) act.arm('USER', userTimeout, 'MUST-21');
}

/** RFC 9293 §3.10.8, USER TIMEOUT: for any state. */
export const userTimeout: Handler<'TIMEOUT'> = (_tcb, _event, act) => {
  act.signal('connection aborted due to user timeout', '3.10.8');
  act.become('CLOSED', '3.10.8');
};
