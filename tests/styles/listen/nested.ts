import { add, type Plank } from 'tcp';

/** One nested if, verbs taken apart, the timer armed by hand as well, what is known of the peer kept. */
export const listen: Plank = (tcb, seg, act) => {
  const { send, become, isn, drop, arm, config } = act;
  if (!seg.ctl.rst) {
    if (!seg.ctl.ack) {
      if (seg.ctl.syn) {
        become('SYN-RECEIVED');
        tcb.iss = isn();
        tcb.irs = seg.seq;
        tcb.snd.una = tcb.iss;
        tcb.snd.nxt = add(tcb.iss, 1);
        tcb.snd.wnd = seg.wnd;
        tcb.rcv.nxt = add(seg.seq, 1);
        tcb.openedBy = 'passive';
        send({ syn: true, ack: true }, { seq: tcb.iss, ack: tcb.rcv.nxt, data: undefined });
        arm('RETRANSMISSION', config.rtoInitial);
      } else {
        drop('rest');
      }
    } else {
      send({ rst: true, ack: false }, { seq: seg.ack, ack: undefined });
    }
  } else {
    drop('reset');
  }
};
