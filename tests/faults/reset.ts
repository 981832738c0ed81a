import { reference, type Check, type State } from '#tcp';
import { acting } from './acting.ts';
import type { Fault } from './fault.ts';

const { rst, syn } = reference.checks;
const resetOpen = reference.steps.ESTABLISHED.rst;
const { ABORT } = reference.cells.ESTABLISHED;

/** The state's own step, wherever in the window the reset lies. */
const believe: Check = (tcb, seg, act) =>
  reference.steps[tcb.state as Exclude<State, 'CLOSED' | 'LISTEN' | 'SYN-SENT'>].rst(tcb, seg, act);

/** Resets, SYNs on open connections, ABORT (lab 18). */
export const resets: readonly Fault[] = [
  {
    name: 'reset-anywhere-in-the-window',
    says: 'A reset is believed anywhere in the window.',
    source: 'Lab 18; behaviours 55, 83; RFC 5961 §3',
    planks: {
      rst: (tcb, seg, act) => (seg.ctl.rst ? believe(tcb, seg, act) : 'continue'),
    },
    killedBy: 'established/rst-right-edge-draws-challenge-ack.pkt',
  },
  {
    name: 'inexact-reset-in-silence',
    says: 'A reset in the window that does not name RCV.NXT draws no challenge ACK.',
    source: 'Lab 18; behaviour 83; RFC 5961 §3.2',
    planks: { rst: (tcb, seg, act) => rst(tcb, seg, acting(act, { ack: () => {} })) },
    killedBy: 'established/rst-right-edge-draws-challenge-ack.pkt',
  },
  {
    name: 'reset-must-acknowledge',
    says: 'A reset is believed only if its ACK is right.',
    source: 'Behaviours 57, 93',
    planks: {
      rst: (tcb, seg, act) =>
        seg.ctl.rst && seg.ctl.ack && seg.ack !== tcb.snd.nxt ? 'stop' : rst(tcb, seg, act),
    },
    killedBy: 'established/rst-with-ack-too-old-closes.pkt',
  },
  {
    name: 'reset-must-bear-an-ack',
    says: 'A reset without the ACK bit is not believed.',
    source: 'Behaviour 82; RFC 9293 §3.5.3',
    planks: {
      rst: (tcb, seg, act) => (seg.ctl.rst && !seg.ctl.ack ? 'stop' : rst(tcb, seg, act)),
    },
    killedBy: 'established/rst-left-edge-closes.pkt',
  },
  {
    name: 'reset-must-be-empty',
    says: 'A reset that carries text is not believed.',
    source: 'Behaviour 92; SHLD-2',
    planks: {
      rst: (tcb, seg, act) => (seg.ctl.rst && seg.data.length > 0 ? 'stop' : rst(tcb, seg, act)),
    },
    killedBy: 'established/rst-with-text-closes.pkt',
  },
  {
    name: 'reset-ignored',
    says: 'ESTABLISHED and the states around it do not heed a reset.',
    source: 'Behaviours 82, 85, 86',
    planks: { resetOpen: () => 'stop' },
    killedBy: 'established/rst-left-edge-closes.pkt',
  },
  {
    name: 'reset-ignored-while-closing',
    says: 'CLOSING and LAST-ACK do not heed a reset.',
    source: 'Behaviour 87',
    planks: { resetClosing: () => 'stop' },
    killedBy: 'closing/rst-left-edge-closes.pkt',
  },
  {
    name: 'reset-answered',
    says: 'A believed reset is acknowledged before the connection goes.',
    source: 'Behaviour 82; smoltcp#338',
    planks: {
      resetOpen(tcb, seg, act) {
        act.send({ ack: true }, { seq: tcb.snd.nxt, ack: tcb.rcv.nxt });
        return resetOpen(tcb, seg, act);
      },
    },
    killedBy: 'established/rst-left-edge-closes.pkt',
  },
  {
    name: 'reset-taken-for-an-end',
    says: 'A reset is shown to the reader as the end of the stream, not as an error.',
    source: 'Lab 18; behaviour 114; MUST-12',
    planks: {
      resetOpen(_tcb, _seg, act) {
        act.become('CLOSED');
        return 'stop';
      },
    },
    killedBy: 'calls/reset-is-told-to-the-reader.pkt',
  },
  {
    name: 'syn-resets',
    says: 'A SYN on an open connection resets it, as RFC 793 had it.',
    source: 'Lab 18; behaviour 89; RFC 5961 §4',
    planks: {
      challenge(_tcb, seg, act) {
        act.reset(seg);
        act.become('CLOSED');
        return 'stop';
      },
    },
    killedBy: 'established/syn-left-edge-draws-challenge-ack.pkt',
  },
  {
    name: 'syn-in-silence',
    says: 'A SYN on an open connection draws no challenge ACK: a rebooted peer never gets through.',
    source: 'Behaviours 47, 89, 90; zephyr#48704, gvisor#1132',
    planks: { challenge: () => 'stop' },
    killedBy: 'established/syn-left-edge-draws-challenge-ack.pkt',
  },
  {
    name: 'syn-looked-at-before-reset',
    says: 'The SYN is looked at before the reset, so a SYN,RST is challenged and not obeyed.',
    source: 'Behaviour 93; RFC 9293 §3.10.7.4, order of the checks',
    planks: {
      checks: {
        rst: (tcb, seg, act) => (syn(tcb, seg, act) === 'stop' ? 'stop' : rst(tcb, seg, act)),
      },
    },
    killedBy: 'established/syn-rst-left-edge-closes.pkt',
  },
  {
    name: 'abort-says-goodbye',
    says: 'ABORT sends a FIN.',
    source: 'Behaviours 110, 111',
    planks: {
      abort(tcb, _event, act) {
        act.send({ fin: true, ack: true }, { seq: tcb.snd.nxt, ack: tcb.rcv.nxt });
        act.become('CLOSED');
      },
    },
    killedBy: 'calls/abort-in-established-sends-reset.pkt',
  },
  {
    name: 'abort-in-silence',
    says: 'ABORT deletes the TCB and does not tell the peer.',
    source: 'Behaviour 111; RFC 9293 §3.10.5',
    planks: { abort: (_tcb, _event, act) => act.become('CLOSED') },
    killedBy: 'calls/abort-in-established-sends-reset.pkt',
  },
  {
    name: 'abort-keeps-sending',
    says: 'Text that was queued survives ABORT and is still sent.',
    source: 'Lab 18; behaviour 111',
    planks: {
      abort(tcb, event, act) {
        const { data } = { data: tcb.out };
        if (data.length > 0) {
          act.send({ ack: true, psh: true }, { seq: tcb.snd.nxt, ack: tcb.rcv.nxt, data });
        }
        ABORT(tcb, event, act);
      },
    },
    killedBy: 'calls/abort-flushes-what-waits.pkt',
  },
  {
    name: 'abort-with-an-old-number',
    says: 'The reset of ABORT has SND.UNA as its number, which the peer need not believe.',
    source: 'Behaviour 111; FreeRTOS/FreeRTOS-Plus-TCP#700',
    planks: {
      abort(tcb, _event, act) {
        act.send({ rst: true }, { seq: tcb.snd.una });
        act.become('CLOSED');
      },
    },
    killedBy: 'calls/abort-flushes-what-waits.pkt',
  },
  {
    name: 'abort-resets-where-all-is-said',
    says: 'ABORT sends a reset in LAST-ACK too, where both have closed.',
    source: 'Behaviour 111',
    planks: { cells: { 'LAST-ACK': { ABORT } } },
    killedBy: 'calls/abort-in-last-ack-sends-nothing.pkt',
  },
];
