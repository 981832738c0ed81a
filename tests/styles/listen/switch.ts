import { add, type Act, type Segment, type Tcb } from 'tcp';

/** A function declaration, one switch, the state written by hand, numbers reckoned by hand. */
export function listen(tcb: Tcb, seg: Segment, act: Act) {
  const { rst, ack, syn } = seg.ctl;
  switch (true) {
    case rst:
      act.drop('reset');
      break;
    case ack:
      act.send({ rst: true, ack: false }, { seq: seg.ack, data: new Uint8Array(0) });
      break;
    case syn:
      tcb.state = 'SYN-RECEIVED';
      tcb.rcv.nxt = (seg.seq + 1) % 2 ** 32;
      tcb.irs = add(tcb.rcv.nxt, -1);
      tcb.iss = act.isn();
      tcb.snd.nxt = (tcb.iss + 1) >>> 0;
      tcb.snd.una = add(tcb.snd.nxt, -1);
      tcb.openedBy = 'passive';
      act.send({ syn: true, ack: true, psh: false }, { seq: tcb.snd.una, ack: tcb.rcv.nxt });
      break;
    default:
      break;
  }
}
