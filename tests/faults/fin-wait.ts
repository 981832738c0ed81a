import { add, lt, reference, type Check, type State } from '#tcp';
import { finWait1, finWait2 } from '#tcp/planks/fin-wait.ts';
import { acting } from './acting.ts';
import type { Fault } from './fault.ts';

const established = reference.steps.ESTABLISHED;

const inFinWait1 = (step: Partial<typeof finWait1>) => ({ finWait1: { ...finWait1, ...step } });
const inFinWait2 = (step: Partial<typeof finWait2>) => ({ finWait2: { ...finWait2, ...step } });

/** Takes the FIN as the RFC says, and then goes to a state that it does not say. */
const finLeadsTo =
  (state: State): Check =>
  (tcb, _seg, act) => {
    tcb.rcv.nxt = add(tcb.rcv.nxt, 1);
    act.ack();
    act.become(state);
    return 'stop';
  };

/** The first to close (lab 15). */
export const finWait: readonly Fault[] = [
  {
    name: 'any-ack-leads-to-fin-wait-2',
    says: 'Any ACK leads from FIN-WAIT-1 to FIN-WAIT-2.',
    source: 'Known hole of public suites; lab 15; behaviour 101',
    planks: inFinWait1({
      ack(tcb, seg, act) {
        const verdict = established.ack(tcb, seg, act);
        if (verdict === 'continue') act.become('FIN-WAIT-2');
        return verdict;
      },
    }),
    killedBy: 'fin-wait-1/ack-of-data-but-not-of-the-fin-changes-nothing.pkt',
  },
  {
    name: 'ack-of-the-text-counts-for-the-fin',
    says: 'An ACK that covers the text but not the FIN leads to FIN-WAIT-2.',
    source: 'Lab 15; behaviour 101',
    planks: inFinWait1({
      ack(tcb, seg, act) {
        const before = tcb.snd.una;
        const verdict = established.ack(tcb, seg, act);
        if (lt(before, tcb.snd.una)) act.become('FIN-WAIT-2');
        return verdict;
      },
    }),
    killedBy: 'fin-wait-1/ack-of-data-but-not-of-the-fin-changes-nothing.pkt',
  },
  {
    name: 'ack-of-our-fin-ignored',
    says: 'FIN-WAIT-1 does not notice that its FIN has been acknowledged.',
    source: 'Behaviour 94; RFC 9293 §3.10.7.4 fifth',
    planks: inFinWait1({ ack: (tcb, seg, act) => established.ack(tcb, seg, act) }),
    killedBy: 'fin-wait-1/ack-of-our-fin-leads-to-fin-wait-2.pkt',
  },
  {
    name: 'fin-with-our-ack-leads-to-closing',
    says: 'A FIN that acknowledges ours leads to CLOSING: nobody will ever acknowledge it again.',
    source: 'Lab 15; behaviour 97; RFC 9293 Figure 5, note 2',
    planks: inFinWait1({
      ack: (tcb, seg, act) => (seg.ctl.fin ? established : finWait1).ack(tcb, seg, act),
    }),
    killedBy: 'fin-wait-1/fin-ack-with-ack-of-our-fin-leads-to-time-wait.pkt',
  },
  {
    name: 'crossed-fin-leads-to-time-wait',
    says: 'A FIN in FIN-WAIT-1 leads to TIME-WAIT although ours is not acknowledged.',
    source: 'Lab 17; behaviour 96',
    planks: {
      finWait1Fin(tcb, seg, act) {
        finLeadsTo('TIME-WAIT')(tcb, seg, act);
        act.disarm('RETRANSMISSION');
        act.arm('TIME-WAIT', 2 * act.config.msl);
        return 'stop';
      },
    },
    killedBy: 'fin-wait-1/fin-ack-left-edge-leads-to-closing.pkt',
  },
  {
    name: 'crossed-fin-leads-to-close-wait',
    says: 'A FIN in FIN-WAIT-1 leads to CLOSE-WAIT.',
    source: 'Behaviour 96; FreeRTOS/FreeRTOS-Plus-TCP#1303',
    planks: { finWait1Fin: finLeadsTo('CLOSE-WAIT') },
    killedBy: 'fin-wait-1/fin-ack-left-edge-leads-to-closing.pkt',
  },
  {
    name: 'crossed-fin-leads-to-last-ack',
    says: 'A FIN in FIN-WAIT-1 leads to LAST-ACK: neither side waits in TIME-WAIT.',
    source: 'Behaviour 96; FreeRTOS/FreeRTOS-Plus-TCP#1303',
    planks: { finWait1Fin: finLeadsTo('LAST-ACK') },
    killedBy: 'fin-wait-1/fin-ack-left-edge-leads-to-closing.pkt',
  },
  {
    name: 'crossed-fin-leads-to-fin-wait-2',
    says: 'A FIN in FIN-WAIT-1 leads to FIN-WAIT-2.',
    source: 'Lab 17',
    planks: { finWait1Fin: finLeadsTo('FIN-WAIT-2') },
    killedBy: 'fin-wait-1/fin-ack-left-edge-leads-to-closing.pkt',
  },
  {
    name: 'crossed-fin-acknowledged-with-the-wrong-number',
    says: 'The ACK of a FIN in FIN-WAIT-1 does not count the FIN.',
    source: 'Lab 17',
    planks: {
      finWait1Fin(_tcb, _seg, act) {
        act.ack();
        act.become('CLOSING');
        return 'stop';
      },
    },
    killedBy: 'fin-wait-1/fin-ack-left-edge-leads-to-closing.pkt',
  },
  {
    name: 'second-close-sends-a-second-fin',
    says: 'CLOSE in FIN-WAIT-1 sends another FIN.',
    source: 'Lab 15; behaviour 112',
    planks: {
      cells: {
        'FIN-WAIT-1': {
          CLOSE(tcb, _event, act) {
            act.send({ fin: true, ack: true }, { seq: tcb.snd.nxt, ack: tcb.rcv.nxt });
            tcb.snd.nxt = add(tcb.snd.nxt, 1);
          },
        },
      },
    },
    killedBy: 'calls/second-close-in-fin-wait-1-sends-no-fin.pkt',
  },
  {
    name: 'send-after-close-accepted',
    says: 'SEND after CLOSE is accepted, and the text follows the FIN.',
    source: 'Behaviour 113',
    planks: {
      cells: {
        'FIN-WAIT-1': {
          SEND(tcb, { data }, act) {
            act.send({ ack: true, psh: true }, { seq: tcb.snd.nxt, ack: tcb.rcv.nxt, data });
            tcb.snd.nxt = add(tcb.snd.nxt, data.length);
          },
        },
      },
    },
    killedBy: 'calls/send-in-fin-wait-1-is-refused.pkt',
  },
  {
    name: 'text-refused-in-fin-wait-1',
    says: 'Text is not taken in FIN-WAIT-1: CLOSE is taken to end both directions.',
    source: 'Lab 15; behaviour 106',
    planks: inFinWait1({
      text(_tcb, seg, act) {
        if (seg.data.length > 0) act.reset(seg);
        return 'stop';
      },
    }),
    killedBy: 'fin-wait-1/data-left-edge-is-taken.pkt',
  },
  {
    name: 'text-refused-in-fin-wait-2',
    says: 'Text is not taken in FIN-WAIT-2.',
    source: 'Lab 15; behaviour 106',
    planks: inFinWait2({ text: () => 'continue' }),
    killedBy: 'fin-wait-2/data-left-edge-is-taken.pkt',
  },
  {
    name: 'last-fin-closes-at-once',
    says: 'The FIN in FIN-WAIT-2 leads to CLOSED: a lost last ACK is answered with a reset.',
    source: 'Behaviour 94; MUST-13',
    planks: inFinWait2({ fin: finLeadsTo('CLOSED') }),
    killedBy: 'fin-wait-2/fin-ack-left-edge-leads-to-time-wait.pkt',
  },
  {
    name: 'last-fin-not-acknowledged',
    says: 'The FIN in FIN-WAIT-2 is taken and not acknowledged.',
    source: 'Behaviour 94; RFC 9293 §3.10.7.4 eighth',
    planks: inFinWait2({
      fin: (tcb, seg, act) => finWait2.fin(tcb, seg, acting(act, { ack() {} })),
    }),
    killedBy: 'fin-wait-2/fin-ack-left-edge-leads-to-time-wait.pkt',
  },
  {
    name: 'fin-with-an-old-ack-ignored',
    says: 'A FIN in FIN-WAIT-2 counts only if its ACK is the newest.',
    source: 'Behaviour 104',
    planks: inFinWait2({
      fin: (tcb, seg, act) => (seg.ack === tcb.snd.nxt ? finWait2.fin(tcb, seg, act) : 'stop'),
    }),
    killedBy: 'fin-wait-2/fin-ack-with-old-ack-is-taken.pkt',
  },
  {
    name: 'half-closed-for-a-minute-only',
    says: 'FIN-WAIT-2 ends after a minute although its user still reads.',
    source: 'Behaviour 117; RFC 9293 §3.6.1',
    planks: inFinWait1({
      ack(tcb, seg, act) {
        const verdict = finWait1.ack(tcb, seg, act);
        if (tcb.state === 'FIN-WAIT-2') act.arm('TIME-WAIT', 60_000);
        return verdict;
      },
    }),
    killedBy: 'fin-wait-2/lasts-as-long-as-the-peer-wants.pkt',
  },
  {
    name: 'orphan-for-ever',
    says: 'In the profile of Linux a FIN-WAIT-2 whose program is gone never ends.',
    source: 'Behaviour 117; tcp_fin_timeout',
    planks: { timeouts: { 'FIN-WAIT-2': () => {} } },
    killedBy: 'fin-wait-2/orphan-ends-after-a-minute.pkt',
    profile: 'linux',
  },
];
