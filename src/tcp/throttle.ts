import type { Act } from './engine.ts';
import type { Segment } from './segment.ts';
import { CHECKED_STATES, type CheckedState, type State } from './state.ts';
import type { Tcb } from './tcb.ts';

/**
 * May another challenge ACK leave? An ACK in answer to a SYN or a reset on a connection is one; so
 * many within so much time are enough (RFC 5961 §7). What carries text is always acknowledged.
 */
export function mayChallenge(tcb: Tcb, arrived: Segment, before: State, act: Act): boolean {
  const isChallenge = (arrived.ctl.syn || arrived.ctl.rst) && arrived.data.length === 0;
  if (!isChallenge || !CHECKED_STATES.includes(before as CheckedState)) return true;
  const { most, within } = act.config.challenges;
  if (tcb.challenges === 0 || act.now - tcb.challengesFrom >= within) {
    tcb.challengesFrom = act.now;
    tcb.challenges = 0;
  }
  if (tcb.challenges >= most) {
    act.drop('challenged often enough', 'RFC5961/7');
    return false;
  }
  tcb.challenges += 1;
  return true;
}
