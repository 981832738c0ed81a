import { add, type Act, type Plank, type Segment, type Tcb } from 'tcp';

/** A class with a method per question. */
class Door {
  readonly #tcb: Tcb;
  readonly #act: Act;

  constructor(tcb: Tcb, act: Act) {
    this.#tcb = tcb;
    this.#act = act;
  }

  open(seg: Segment): void {
    if (this.isReset(seg)) this.ignore('reset');
    else if (this.isAnswer(seg)) this.refuse(seg);
    else if (seg.ctl.syn) this.answer(seg);
    else this.ignore('something else');
  }

  private isReset(seg: Segment): boolean {
    return seg.ctl.rst;
  }

  private isAnswer(seg: Segment): boolean {
    return seg.ctl.ack;
  }

  private ignore(why: string): void {
    this.#act.drop(why);
  }

  private refuse(seg: Segment): void {
    this.#act.send({ rst: true }, { seq: seg.ack });
  }

  private answer(seg: Segment): void {
    const iss = this.#act.isn();
    Object.assign(this.#tcb, { iss, irs: seg.seq, openedBy: 'passive' });
    Object.assign(this.#tcb.snd, { una: iss, nxt: add(iss, 1) });
    this.#tcb.rcv.nxt = add(seg.seq, 1);
    this.#act.become('SYN-RECEIVED');
    this.#act.send({ syn: true, ack: true }, { seq: iss, ack: this.#tcb.rcv.nxt });
  }
}

export const listen: Plank = (tcb, seg, act) => new Door(tcb, act).open(seg);
