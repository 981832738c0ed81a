import { add, leq, lt, reference, type Check } from '#tcp';
import { acting } from './acting.ts';
import type { Fault } from './fault.ts';

const { checks } = reference;
const { ack, text } = reference.steps.ESTABLISHED;

/** The fifth check without its plausibility test: every ACK goes to the state's own step. */
const anyAck: Check = (tcb, seg, act) =>
  seg.ctl.ack && tcb.state !== 'SYN-RECEIVED' && tcb.state !== 'TIME-WAIT'
    ? reference.steps[tcb.state as 'ESTABLISHED'].ack(tcb, seg, act)
    : checks.ack(tcb, seg, act);

/** Carrying octets (lab 14). */
export const established: readonly Fault[] = [
  {
    name: 'ack-of-the-unsent-accepted',
    says: 'An ACK of something that was never sent is accepted.',
    source: 'Known hole of public suites; behaviour 72',
    planks: {
      checks: {
        ack: (tcb, seg, act) =>
          anyAck(tcb, lt(tcb.snd.nxt, seg.ack) ? { ...seg, ack: tcb.snd.nxt } : seg, act),
      },
    },
    killedBy: 'established/ack-beyond-snd-nxt-draws-ack.pkt',
  },
  {
    name: 'ack-of-the-unsent-in-silence',
    says: 'An ACK of something that was never sent is dropped without an answer.',
    source: 'Lab 14; behaviour 72',
    planks: {
      checks: {
        ack: (tcb, seg, act) =>
          seg.ctl.ack && tcb.state !== 'SYN-RECEIVED' && lt(tcb.snd.nxt, seg.ack)
            ? 'stop'
            : checks.ack(tcb, seg, act),
      },
    },
    killedBy: 'established/ack-beyond-snd-nxt-draws-ack.pkt',
  },
  {
    name: 'ack-from-too-far-back-accepted',
    says: 'A segment whose ACK is older than any window is taken: data injection by guessing.',
    source: 'Behaviour 73; MAY-12, RFC 5961 §5',
    planks: {
      checks: {
        ack: (tcb, seg, act) =>
          lt(seg.ack, tcb.snd.una) ? anyAck(tcb, seg, act) : checks.ack(tcb, seg, act),
      },
    },
    killedBy: 'established/data-with-ack-too-old-is-dropped.pkt',
  },
  {
    name: 'segment-without-ack-processed',
    says: 'A segment without the ACK bit is processed.',
    source: 'Known hole of public suites; behaviour 75',
    planks: {
      checks: {
        ack: (tcb, seg, act) => (seg.ctl.ack ? checks.ack(tcb, seg, act) : 'continue'),
      },
    },
    killedBy: 'established/data-without-ack-is-dropped.pkt',
  },
  {
    name: 'old-ack-moves-snd-una-back',
    says: 'An old ACK sets SND.UNA back.',
    source: 'Lab 14; behaviour 74',
    planks: {
      established: {
        text,
        ack(tcb, seg, act) {
          const verdict = ack(tcb, seg, act);
          if (lt(seg.ack, tcb.snd.una)) tcb.snd.una = seg.ack;
          return verdict;
        },
      },
    },
    killedBy: 'send-window/older-segment-does-not-set-the-window.pkt',
  },
  {
    name: 'window-set-by-an-old-segment',
    says: 'Every segment sets SND.WND, an old one that was overtaken too.',
    source: 'Lab 14; behaviour 76',
    planks: {
      established: {
        text,
        ack(tcb, seg, act) {
          tcb.snd.wl1 = add(seg.seq, -1);
          return ack(tcb, seg, act);
        },
      },
    },
    killedBy: 'send-window/overtaken-segment-does-not-set-the-window.pkt',
  },
  {
    name: 'window-never-updated',
    says: 'SND.WND keeps the value of the handshake.',
    source: 'Behaviour 76',
    planks: {
      established: {
        text,
        ack: (tcb, seg, act) => ack(tcb, { ...seg, wnd: tcb.snd.wnd }, act),
      },
    },
    killedBy: 'send-window/newer-segment-opens-the-window.pkt',
  },
  {
    name: 'only-a-full-ack-counts',
    says: 'An ACK counts only if it acknowledges all that is in flight.',
    source: 'Lab 14; RFC 9293 §3.10.7.4 fifth',
    planks: {
      established: {
        text,
        ack: (tcb, seg, act) =>
          ack(tcb, seg.ack === tcb.snd.nxt ? seg : { ...seg, ack: tcb.snd.una }, act),
      },
    },
    killedBy: 'timers/new-ack-starts-the-timer-anew.pkt',
  },
  {
    name: 'every-ack-starts-the-timer-anew',
    says: 'A duplicate ACK starts the retransmission timer anew: what is lost may wait for ever.',
    source: 'Behaviour 133; RFC 6298 §5.3',
    planks: {
      established: {
        text,
        ack(tcb, seg, act) {
          const verdict = ack(tcb, seg, act);
          if (tcb.rtx.length > 0) act.arm('RETRANSMISSION', tcb.rto);
          return verdict;
        },
      },
    },
    killedBy: 'timers/duplicate-ack-does-not-start-the-timer-anew.pkt',
  },
  {
    name: 'acknowledges-one-too-many',
    says: 'The ACK of text names a number that was not received.',
    source: 'Lab 14',
    planks: {
      established: {
        ack,
        text(tcb, seg, act) {
          const verdict = text(tcb, seg, act);
          if (seg.data.length > 0) tcb.rcv.nxt = add(tcb.rcv.nxt, 1);
          return verdict;
        },
      },
    },
    killedBy: 'established/data-left-edge-is-taken.pkt',
  },
  {
    name: 'text-not-acknowledged',
    says: 'Text is taken and not acknowledged.',
    source: 'Lab 14; MUST-58',
    planks: {
      established: { ack, text: (tcb, seg, act) => text(tcb, seg, acting(act, { ack: () => {} })) },
    },
    killedBy: 'established/data-left-edge-is-taken.pkt',
  },
  {
    name: 'text-not-delivered',
    says: 'Text is acknowledged and never reaches the user.',
    source: 'Lab 14',
    planks: {
      established: {
        ack,
        text: (tcb, seg, act) => text(tcb, seg, acting(act, { deliver: () => {} })),
      },
    },
    killedBy: 'lives/half-close.pkt',
  },
  {
    name: 'ack-waits-half-a-minute',
    says: 'An ACK of text waits thirty seconds for company.',
    source: 'Behaviour 140; MUST-40',
    planks: {
      established: {
        ack,
        text(tcb, seg, act) {
          const verdict = text(tcb, seg, acting(act, { ack: () => {} }));
          if (seg.data.length > 0) act.arm('DELAYED-ACK', 30_000);
          return verdict;
        },
      },
    },
    killedBy: 'established/data-left-edge-is-taken.pkt',
  },
  {
    name: 'every-ack-waits',
    says: 'The ACK of a second full segment waits like that of the first.',
    source: 'Behaviour 140; SHLD-19, RFC 5681 §4.2',
    planks: {
      established: {
        ack,
        text(tcb, seg, act) {
          tcb.rcv.acked = tcb.rcv.nxt;
          return text(tcb, seg, act);
        },
      },
    },
    killedBy: 'timers/delayed-ack-of-two-full-segments-leaves-at-once.pkt',
  },
  {
    name: 'ack-without-end',
    says: 'A bare ACK is answered with an ACK: two such ends never stop.',
    source: 'Behaviour 74; FreeRTOS/FreeRTOS-Plus-TCP#1235',
    planks: {
      established: {
        text,
        ack(tcb, seg, act) {
          const verdict = ack(tcb, seg, act);
          if (leq(seg.ack, tcb.snd.una)) act.ack();
          return verdict;
        },
      },
    },
    killedBy: 'established/ack-left-edge-changes-nothing.pkt',
  },
];
