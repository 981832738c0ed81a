import { add, leq, stepsOf, type Act, type Check, type Tcb } from 'tcp';

/** What is to be done stands in lists; a step runs through one of them. */
type Deed = (tcb: Tcb, act: Act) => void;

const TAKE_FIN: readonly Deed[] = [
  (_tcb, act) => act.become('CLOSING', '3.10.7.4/8'),
  (_tcb, act) => act.ack('3.10.7.4/8'),
  (_tcb, act) => act.signal('connection closing'),
  (tcb) => void (tcb.rcv.nxt = add(tcb.rcv.nxt, 1)),
];

const WAIT: readonly Deed[] = [
  (_tcb, act) => act.arm('TIME-WAIT', 2 * act.config.msl, 'MUST-13'),
  (_tcb, act) => act.become('TIME-WAIT', '3.10.7.4/5'),
];

const run = (deeds: readonly Deed[], tcb: Tcb, act: Act): 'stop' => {
  deeds.forEach((deed) => deed(tcb, act));
  return 'stop';
};

const hasHeardOurFin = ({ finSeq, snd }: Tcb): boolean =>
  finSeq === null ? false : leq(add(finSeq, 1), snd.una);

export const finWait1Fin: Check = (tcb, _seg, act) => run(TAKE_FIN, tcb, act);

export const closing = Object.freeze({
  ack: ((tcb, seg, act) =>
    stepsOf('ESTABLISHED').ack(tcb, seg, act) === 'continue' && hasHeardOurFin(tcb)
      ? run(WAIT, tcb, act)
      : 'stop') satisfies Check,
  text: () => 'continue' as const,
  fin: () => 'continue' as const,
});
