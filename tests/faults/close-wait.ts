import { add, lt, reference, type Act, type Check, type Tcb } from '#tcp';
import { closeWait, lastAck } from '#tcp/planks/close-wait.ts';
import { closing } from '#tcp/planks/closing.ts';
import { acting } from './acting.ts';
import type { Fault } from './fault.ts';

const { fin } = reference.steps.ESTABLISHED;

const inLastAck = (step: Partial<typeof lastAck>) => ({ lastAck: { ...lastAck, ...step } });
const inClosing = (step: Partial<typeof closing>) => ({ closing: { ...closing, ...step } });

const isOurFinAcked = (tcb: Tcb): boolean => tcb.finSeq !== null && lt(tcb.finSeq, tcb.snd.una);

const linger = (act: Act): void => {
  act.disarm('RETRANSMISSION');
  act.become('TIME-WAIT');
  act.arm('TIME-WAIT', 2 * act.config.msl);
};

/** A FIN right behind the peer's FIN moves RCV.NXT once more. */
const countAgain: Check = (tcb, seg, act) => {
  if (seg.seq === tcb.rcv.nxt) {
    tcb.rcv.nxt = add(tcb.rcv.nxt, 1);
    act.ack();
  }
  return 'stop';
};

/** The second to close (lab 16), and both at once (lab 17). */
export const closeWaitAndClosing: readonly Fault[] = [
  {
    name: 'automatic-fin',
    says: 'The peer’s FIN is answered with our own, before the user has closed.',
    source: 'Lab 16; behaviour 107',
    planks: {
      establishedFin(tcb, seg, act) {
        const verdict = fin(tcb, seg, act);
        tcb.finQueued = true;
        reference.functions.transmit(tcb, act, '3.10.4');
        return verdict;
      },
    },
    killedBy: 'established/fin-ack-left-edge-leads-to-close-wait.pkt',
  },
  {
    name: 'fin-not-counted',
    says: 'RCV.NXT does not move over the peer’s FIN.',
    source: 'Lab 16; behaviour 95',
    planks: {
      establishedFin(_tcb, _seg, act) {
        act.ack();
        act.become('CLOSE-WAIT');
        return 'stop';
      },
    },
    killedBy: 'established/fin-ack-left-edge-leads-to-close-wait.pkt',
  },
  {
    name: 'fin-not-acknowledged',
    says: 'The peer’s FIN is not acknowledged until we close as well.',
    source: 'Lab 16; behaviour 95',
    planks: { establishedFin: (tcb, seg, act) => fin(tcb, seg, acting(act, { ack: () => {} })) },
    killedBy: 'established/fin-ack-left-edge-leads-to-close-wait.pkt',
  },
  {
    name: 'fin-closes-at-once',
    says: 'The peer’s FIN leads to CLOSED: a half-closed peer waits in vain.',
    source: 'Behaviours 95, 107',
    planks: {
      establishedFin(tcb, seg, act) {
        const verdict = fin(tcb, seg, act);
        act.become('CLOSED');
        return verdict;
      },
    },
    killedBy: 'established/fin-ack-left-edge-leads-to-close-wait.pkt',
  },
  {
    name: 'end-told-twice-in-close-wait',
    says: 'A second FIN behind the first moves RCV.NXT in CLOSE-WAIT.',
    source: 'Behaviour 105',
    planks: { closeWait: { ...closeWait, fin: countAgain } },
    killedBy: 'close-wait/fin-ack-left-edge-draws-ack.pkt',
  },
  {
    name: 'text-after-fin-taken',
    says: 'Text behind the peer’s FIN is delivered in CLOSE-WAIT.',
    source: 'RFC 9293 §3.10.7.4 seventh',
    planks: { closeWait: { ...closeWait, text: reference.steps.ESTABLISHED.text } },
    killedBy: 'close-wait/data-left-edge-is-ignored.pkt',
  },
  {
    name: 'close-wait-closes-like-the-first',
    says: 'CLOSE in CLOSE-WAIT leads to FIN-WAIT-1, as if the peer had not closed.',
    source: 'Behaviour 95; RFC 9293 §3.10.4',
    planks: { closeWait: { ...closeWait, close: reference.cells.ESTABLISHED.CLOSE } },
    killedBy: 'calls/close-in-close-wait-sends-fin.pkt',
  },
  {
    name: 'close-wait-forgets-at-close',
    says: 'CLOSE in CLOSE-WAIT deletes the TCB without a FIN.',
    source: 'Behaviour 95',
    planks: { closeWait: { ...closeWait, close: (_tcb, _event, act) => act.become('CLOSED') } },
    killedBy: 'calls/close-in-close-wait-sends-fin.pkt',
  },
  {
    name: 'last-ack-leads-to-time-wait',
    says: 'The second to close waits in TIME-WAIT too.',
    source: 'Lab 16; behaviour 115',
    planks: inLastAck({
      ack(tcb, seg, act) {
        if (reference.steps.ESTABLISHED.ack(tcb, seg, act) === 'stop') return 'stop';
        if (isOurFinAcked(tcb)) linger(act);
        return 'stop';
      },
    }),
    killedBy: 'lives/passive-open-passive-close.pkt',
  },
  {
    name: 'last-ack-left-on-any-ack',
    says: 'Any ACK ends LAST-ACK.',
    source: 'Known hole of public suites; lab 16; behaviour 115',
    planks: inLastAck({
      ack(_tcb, _seg, act) {
        act.become('CLOSED');
        return 'stop';
      },
    }),
    killedBy: 'last-ack/ack-left-edge-changes-nothing.pkt',
  },
  {
    name: 'last-ack-left-with-the-text',
    says: 'An ACK of the text but not of the FIN ends LAST-ACK.',
    source: 'Behaviour 101',
    planks: inLastAck({
      ack(tcb, seg, act) {
        const before = tcb.snd.una;
        const verdict = lastAck.ack(tcb, seg, act);
        if (verdict === 'stop' || !lt(before, tcb.snd.una)) return verdict;
        act.become('CLOSED');
        return 'stop';
      },
    }),
    killedBy: 'last-ack/ack-of-data-but-not-of-the-fin-changes-nothing.pkt',
  },
  {
    name: 'last-ack-never-left',
    says: 'The ACK of our FIN does not end LAST-ACK.',
    source: 'Behaviour 115; cisco/exanic-software#50',
    planks: inLastAck({ ack: (tcb, seg, act) => reference.steps.ESTABLISHED.ack(tcb, seg, act) }),
    killedBy: 'lives/passive-open-passive-close.pkt',
  },
  {
    name: 'closing-left-on-any-ack',
    says: 'Any ACK leads from CLOSING to TIME-WAIT.',
    source: 'Known hole of public suites; lab 17; behaviour 116',
    planks: inClosing({
      ack(tcb, seg, act) {
        if (reference.steps.ESTABLISHED.ack(tcb, seg, act) !== 'stop') linger(act);
        return 'stop';
      },
    }),
    killedBy: 'closing/ack-left-edge-changes-nothing.pkt',
  },
  {
    name: 'closing-leads-to-closed',
    says: 'CLOSING ends in CLOSED: one side of a simultaneous close does not wait.',
    source: 'Lab 17; behaviour 116',
    planks: inClosing({
      ack(tcb, seg, act) {
        if (reference.steps.ESTABLISHED.ack(tcb, seg, act) === 'stop') return 'stop';
        if (isOurFinAcked(tcb)) act.become('CLOSED');
        return 'stop';
      },
    }),
    killedBy: 'closing/ack-of-our-fin-leads-to-time-wait.pkt',
  },
  {
    name: 'closing-never-left',
    says: 'The ACK of our FIN is not noticed in CLOSING.',
    source: 'Behaviour 116; soypat/seqs#19',
    planks: inClosing({ ack: () => 'stop' }),
    killedBy: 'closing/ack-of-our-fin-leads-to-time-wait.pkt',
  },
  {
    name: 'closing-counts-a-second-fin',
    says: 'A second FIN behind the first moves RCV.NXT in CLOSING.',
    source: 'Behaviour 105',
    planks: inClosing({
      ack(tcb, seg, act) {
        const verdict = closing.ack(tcb, seg, act);
        if (seg.ctl.fin && tcb.state === 'CLOSING') countAgain(tcb, seg, act);
        return verdict;
      },
    }),
    killedBy: 'closing/fin-ack-left-edge-is-ignored.pkt',
  },
];
