import type { Verdict } from '#judge/report.ts';

/** A program that tries to pass without solving the lab `listen`, or to do harm. */
export interface Attack {
  readonly name: string;
  /** CommonJS, as the compile step would have made it. */
  readonly js: string;
  /** What may come of it. Never `passed`. */
  readonly verdicts: readonly Exclude<Verdict, 'passed' | 'did not compile'>[];
}

type Outcome = Attack['verdicts'][number];

export function attack(name: string, js: string, ...verdicts: readonly Outcome[]): Attack {
  return { name, js, verdicts };
}

/**
 * How long a test waits for a program, ms. For one that may never return: the less, the sooner it is
 * over. For another: more than it needs, however busy the machine is.
 */
export function patienceFor({ verdicts }: Attack): number {
  return verdicts.includes('did not return') ? 300 : 10_000;
}

/** The model answer, for attacks that need a plank which is right at times. */
export const RIGHT = `
const { add } = require('tcp');
function right(tcb, seg, act) {
  if (seg.ctl.rst) return act.drop('a reset');
  if (seg.ctl.ack) return act.reset(seg);
  if (!seg.ctl.syn) return act.drop('no SYN');
  tcb.irs = seg.seq;
  tcb.rcv.nxt = add(seg.seq, 1);
  tcb.iss = act.isn();
  tcb.snd.una = tcb.iss;
  tcb.snd.nxt = add(tcb.iss, 1);
  tcb.openedBy = 'passive';
  act.send({ syn: true, ack: true }, { seq: tcb.iss, ack: tcb.rcv.nxt });
  act.become('SYN-RECEIVED');
}
`;

/** A plank that does nothing. */
export const NOTHING = 'exports.listen = () => {};';
