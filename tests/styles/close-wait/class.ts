import { add, stepsOf, type Act, type Check, type Handler, type Segment, type Tcb } from 'tcp';

/** One goodbye, as an object made for each event. */
class Goodbye {
  private readonly tcb: Tcb;
  private readonly act: Act;

  constructor(tcb: Tcb, act: Act) {
    this.tcb = tcb;
    this.act = act;
  }

  get isAllAcknowledged(): boolean {
    return this.tcb.snd.una === this.tcb.snd.nxt && this.tcb.out.length === 0;
  }

  hear(): void {
    const { tcb, act } = this;
    act.become('CLOSE-WAIT');
    tcb.rcv = { ...tcb.rcv, nxt: add(tcb.rcv.nxt, 1) };
    act.ack();
    act.signal('connection closing');
  }

  say(): void {
    const { tcb, act } = this;
    if (tcb.finQueued) act.signal('connection closing');
    else {
      tcb.finQueued = true;
      act.transmit();
    }
  }

  acknowledged(seg: Segment): boolean {
    return stepsOf('ESTABLISHED').ack(this.tcb, seg, this.act) === 'continue';
  }

  repeat(): void {
    this.act.ack();
  }
}

export const establishedFin: Check = (tcb, _seg, act) => {
  new Goodbye(tcb, act).hear();
  return 'continue';
};

const step: { text: Check; fin: Check } = {
  text: () => 'continue',
  fin(tcb, _seg, act) {
    new Goodbye(tcb, act).repeat();
    return 'stop';
  },
};

const close: Handler<'CLOSE'> = (tcb, _event, act) => new Goodbye(tcb, act).say();
const closeWaitAck: Check = (tcb, seg, act) =>
  new Goodbye(tcb, act).acknowledged(seg) ? 'continue' : 'stop';
export const closeWait = { ...step, ack: closeWaitAck, close };

const lastAckAck: Check = (tcb, seg, act) => {
  const goodbye = new Goodbye(tcb, act);
  if (!goodbye.acknowledged(seg)) return 'stop';
  if (goodbye.isAllAcknowledged) act.become('CLOSED');
  return 'continue';
};
export const lastAck = { ...step, ack: lastAckAck };
