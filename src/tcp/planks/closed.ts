import type { Plank } from '../learner.ts';

/*
 * CLOSED: there is no TCB.
 *   In: from every state, at the end. Out: OPEN.
 *   Calls allowed: OPEN. All others: "connection does not exist".
 */

/** RFC 9293 §3.10.7.1. Nobody is home: whatever arrives, but a reset, is refused. */
export const closed: Plank = (_tcb, seg, act) => {
  if (seg.ctl.rst) return act.drop('a reset for a connection that does not exist', '3.10.7.1');
  act.reset(seg, '3.10.7.1');
};
