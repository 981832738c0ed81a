import { add, leq, lt, reference, segLen, type Check, type Seq } from '#tcp';
import type { Fault } from './fault.ts';

const { acceptable, assemble } = reference.functions;

const inWindow = (x: Seq, nxt: Seq, wnd: number) => leq(nxt, x) && lt(x, add(nxt, wnd));
const before: (wrong: Check) => Check = (wrong) => (tcb, seg, act) =>
  wrong(tcb, seg, act) === 'stop' ? 'stop' : reference.checks.sequence(tcb, seg, act);

/** Table 6, the first check, and what is taken out of an acceptable segment (lab 4). */
export const acceptability: readonly Fault[] = [
  {
    name: 'shut-window-takes-every-ack',
    says: 'With a window of zero an empty segment is acceptable wherever it lies.',
    source: 'Lab 4; behaviour 65',
    planks: {
      acceptable: (seg, nxt, wnd) => (wnd === 0 && segLen(seg) === 0) || acceptable(seg, nxt, wnd),
    },
    killedBy: 'zero-window/ack-outside-left-draws-ack.pkt',
  },
  {
    name: 'shut-window-takes-nothing',
    says: 'With a window of zero nothing is acceptable, not even an ACK or a reset at RCV.NXT.',
    source: 'Lab 4; behaviours 65, 77; MUST-66',
    planks: { acceptable: (seg, nxt, wnd) => wnd > 0 && acceptable(seg, nxt, wnd) },
    killedBy: 'zero-window/ack-at-rcv-nxt-is-processed.pkt',
  },
  {
    name: 'shut-window-takes-text',
    says: 'With a window of zero text at RCV.NXT is acceptable.',
    source: 'Lab 4; behaviour 67',
    planks: {
      acceptable: (seg, nxt, wnd) => (wnd === 0 && seg.seq === nxt) || acceptable(seg, nxt, wnd),
    },
    killedBy: 'zero-window/data-draws-ack.pkt',
  },
  {
    name: 'right-edge-one-too-far',
    says: 'The number right behind the window counts as inside.',
    source: 'Lab 4; behaviour 66',
    planks: { acceptable: (seg, nxt, wnd) => acceptable(seg, nxt, wnd > 0 ? wnd + 1 : 0) },
    killedBy: 'established/ack-outside-right-draws-ack.pkt',
  },
  {
    name: 'right-edge-one-too-near',
    says: 'The last number of the window counts as outside.',
    source: 'Lab 4; behaviour 66',
    planks: { acceptable: (seg, nxt, wnd) => acceptable(seg, nxt, Math.max(0, wnd - 1)) },
    killedBy: 'established/ack-right-edge-changes-nothing.pkt',
  },
  {
    name: 'only-the-first-octet-is-tested',
    says: 'A segment that begins before the window and ends inside it is refused.',
    source: 'Lab 4; behaviour 68',
    planks: {
      acceptable: (seg, nxt, wnd) =>
        segLen(seg) > 0 && wnd > 0 ? inWindow(seg.seq, nxt, wnd) : acceptable(seg, nxt, wnd),
    },
    killedBy: 'established/data-that-straddles-the-left-edge-is-trimmed.pkt',
  },
  {
    name: 'only-the-last-octet-is-tested',
    says: 'A segment that begins inside the window and ends behind it is refused.',
    source: 'Lab 4; behaviour 68',
    planks: {
      acceptable: (seg, nxt, wnd) =>
        segLen(seg) > 0 && wnd > 0
          ? inWindow(add(seg.seq, segLen(seg) - 1), nxt, wnd)
          : acceptable(seg, nxt, wnd),
    },
    killedBy: 'established/octets-inside-the-window-are-kept.pkt',
  },
  {
    name: 'last-octet-one-too-far',
    says: 'The last octet of a segment is taken to be SEG.SEQ+SEG.LEN.',
    source: 'Lab 4; behaviours 68, 70',
    planks: {
      acceptable: (seg, nxt, wnd) =>
        acceptable(seg, nxt, wnd) ||
        (segLen(seg) > 0 && wnd > 0 && inWindow(add(seg.seq, segLen(seg)), nxt, wnd)),
    },
    killedBy: 'close-wait/fin-ack-outside-left-draws-ack.pkt',
  },
  {
    name: 'window-ends-where-numbers-do',
    says: 'The window is not taken around the wrap.',
    source: 'Lab 4; behaviour 79',
    planks: {
      acceptable: (seg, nxt, wnd) =>
        segLen(seg) === 0 && wnd > 0
          ? nxt <= seg.seq && seg.seq < nxt + wnd
          : acceptable(seg, nxt, wnd),
    },
    killedBy: 'established/ack-right-edge-changes-nothing.pkt',
  },
  {
    name: 'only-what-is-next-is-acceptable',
    says: 'Every segment that does not begin at RCV.NXT is refused.',
    source: 'Lab 4; SHLD-31',
    planks: { acceptable: (seg, nxt) => seg.seq === nxt },
    killedBy: 'established/hole-is-filled.pkt',
  },
  {
    name: 'unacceptable-in-silence',
    says: 'A segment outside the window is dropped without an ACK.',
    source: 'Behaviours 69, 71; RFC 9293 §3.10.7.4 first',
    planks: {
      checks: {
        sequence: (tcb, seg) => (acceptable(seg, tcb.rcv.nxt, tcb.rcv.wnd) ? 'continue' : 'stop'),
      },
    },
    killedBy: 'established/keep-alive-probe-draws-ack.pkt',
  },
  {
    name: 'reset-outside-answered',
    says: 'A reset outside the window is answered with an ACK.',
    source: 'Lab 18; behaviour 84; smoltcp#338',
    planks: {
      checks: {
        sequence: before((tcb, seg, act) => {
          if (!seg.ctl.rst || acceptable(seg, tcb.rcv.nxt, tcb.rcv.wnd)) return 'continue';
          act.ack();
          return 'stop';
        }),
      },
    },
    killedBy: 'established/rst-outside-left-is-dropped.pkt',
  },
  {
    name: 'ack-with-the-number-it-was-asked-with',
    says: 'The ACK for a segment outside the window takes its number from that segment.',
    source: 'Behaviour 69; FreeRTOS/FreeRTOS-Plus-TCP#1235, smoltcp#29: two such ends never stop',
    planks: {
      checks: {
        sequence: before((tcb, seg, act) => {
          if (seg.ctl.rst || acceptable(seg, tcb.rcv.nxt, tcb.rcv.wnd)) return 'continue';
          act.send({ ack: true }, { seq: seg.seq, ack: tcb.rcv.nxt });
          return 'stop';
        }),
      },
    },
    killedBy: 'established/keep-alive-probe-draws-ack.pkt',
  },
  {
    name: 'repeated-fin-unanswered-in-close-wait',
    says: 'The peer’s FIN, sent again because our ACK was lost, gets no answer in CLOSE-WAIT.',
    source: 'Known hole of public suites; lab 16; behaviour 105',
    planks: {
      checks: {
        sequence: before((tcb, seg) => {
          const repeats = seg.ctl.fin && add(seg.seq, segLen(seg)) === tcb.rcv.nxt;
          return tcb.state === 'CLOSE-WAIT' && repeats ? 'stop' : 'continue';
        }),
      },
    },
    killedBy: 'close-wait/fin-ack-outside-left-draws-ack.pkt',
  },
  {
    name: 'repeated-syn-unanswered',
    says: 'A repeated SYN gets no answer in SYN-RECEIVED.',
    source: 'Lab 7; behaviour 59',
    planks: {
      checks: {
        sequence: before((tcb, seg) =>
          tcb.state === 'SYN-RECEIVED' && seg.ctl.syn && !seg.ctl.ack ? 'stop' : 'continue',
        ),
      },
    },
    killedBy: 'syn-received/syn-outside-left-draws-ack.pkt',
  },
  {
    name: 'early-fin-dropped',
    says: 'A FIN that comes ahead of its turn is dropped and must be sent again.',
    source: 'Known hole of public suites; behaviour 103; SHLD-31',
    planks: {
      checks: {
        sequence: before((tcb, seg, act) => {
          if (!seg.ctl.fin || !lt(tcb.rcv.nxt, seg.seq)) return 'continue';
          act.ack();
          return 'stop';
        }),
      },
    },
    killedBy: 'established/fin-ahead-of-its-turn-waits-for-the-hole.pkt',
  },
  {
    name: 'early-fin-obeyed',
    says: 'A FIN that comes ahead of its turn is acted on although octets before it are missing.',
    source: 'Lab 14; behaviour 103',
    planks: {
      assemble: (tcb, seg) => (seg.ctl.fin && lt(tcb.rcv.nxt, seg.seq) ? seg : assemble(tcb, seg)),
    },
    killedBy: 'established/fin-ack-right-edge-is-held.pkt',
  },
  {
    name: 'early-text-dropped',
    says: 'Text that comes ahead of its turn is not kept.',
    source: 'SHLD-31; behaviour 81',
    planks: { hold: () => {} },
    killedBy: 'established/hole-is-filled.pkt',
  },
  {
    name: 'overlap-delivered-twice',
    says: 'Octets that were received before are delivered once more.',
    source: 'Lab 14; behaviour 68',
    planks: {
      assemble: (tcb, seg) => (lt(seg.seq, tcb.rcv.nxt) ? seg : assemble(tcb, seg)),
    },
    killedBy: 'established/data-that-straddles-the-left-edge-is-trimmed.pkt',
  },
];
