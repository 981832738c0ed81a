import {
  stepsOf,
  type Act,
  type Check,
  type CheckedState,
  type Handler,
  type Segment,
  type Tcb,
} from 'tcp';

class Door {
  private readonly tcb: Tcb;
  private readonly act: Act;

  constructor(tcb: Tcb, act: Act) {
    this.tcb = tcb;
    this.act = act;
  }

  get isWaitedFor(): boolean {
    const { out, receives } = this.tcb;
    return out.byteLength + receives.length !== 0;
  }

  believes({ seq }: Segment): boolean {
    return ((seq - this.tcb.rcv.nxt) | 0) === 0;
  }

  shut(tells: boolean): 'stop' {
    if (tells) this.act.signal('connection reset');
    this.act.become('CLOSED');
    return 'stop';
  }

  ask(): 'stop' {
    this.act.ack();
    return 'stop';
  }

  slam(): void {
    const { act, tcb } = this;
    act.send({ rst: true }, { seq: tcb.snd.nxt, ack: tcb.rcv.nxt });
    this.shut(this.isWaitedFor);
  }
}

export const rst: Check = (tcb, seg, act) => {
  const door = new Door(tcb, act);
  if (!seg.ctl.rst) return 'continue';
  const { rst: ends } = stepsOf(tcb.state as CheckedState);
  return door.believes(seg) ? ends(tcb, seg, act) : door.ask();
};
export const resetOpen: Check = (tcb, _seg, act) => new Door(tcb, act).shut(true);
export const resetClosing: Check = (tcb, _seg, act) => new Door(tcb, act).shut(false);
export const challenge: Check = (tcb, _seg, act) => new Door(tcb, act).ask();
export const abort: Handler<'ABORT'> = (tcb, _event, act) => new Door(tcb, act).slam();
