import { add, stepsOf, type Check } from 'tcp';

/** CLOSING ends when nothing is left to be acknowledged or sent. */
export const finWait1Fin: Check = (tcb, _seg, { ack, become, signal }) => {
  signal('connection closing');
  tcb.rcv.nxt = add(tcb.rcv.nxt, 1);
  ack();
  become('CLOSING');
  return 'stop';
};

const ignore: Check = () => 'stop';

export const closing: Readonly<Record<'ack' | 'text' | 'fin', Check>> = {
  ack: (tcb, seg, act) => {
    const isRight = stepsOf('ESTABLISHED').ack(tcb, seg, act) !== 'stop';
    const isLeft = tcb.rtx.length > 0 || tcb.out.length > 0 || tcb.finSeq === null;
    switch (`${isRight} ${isLeft}`) {
      case 'true false':
        act.become('TIME-WAIT');
        act.arm('TIME-WAIT', 2 * act.config.msl);
        return 'stop';
      default:
        return 'stop';
    }
  },
  text: ignore,
  fin: ignore,
};
