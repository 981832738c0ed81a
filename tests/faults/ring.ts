import { reference } from '#tcp';
import type { Fault } from './fault.ts';

const { lt, leq, segLen } = reference.functions;

/** Sequence numbers and the space they occupy (lab 3). */
export const ring: readonly Fault[] = [
  {
    name: 'numbers-compared-as-integers',
    says: 'Sequence numbers are compared as plain integers, without a wrap.',
    source: 'Lab 3; RFC 9293 §3.4; earendil-works/gondolin#119, picotcp#118',
    planks: { lt: (a, b) => a < b, leq: (a, b) => a <= b },
    killedBy: 'established/ack-right-edge-changes-nothing.pkt',
  },
  {
    name: 'distance-without-a-sign',
    says: 'Of two numbers that are near each other, each counts as before the other.',
    source: 'Lab 3',
    planks: { lt: (a, b) => a !== b && Math.abs(a - b) < 2 ** 31 },
    killedBy: 'established/ack-just-old-enough-changes-nothing.pkt',
  },
  {
    name: 'far-numbers-undecided',
    says: 'Numbers that are more than 2^30 apart are left without an order.',
    source: 'Lab 3; RFC 1982 §3.2',
    planks: { lt: (a, b) => lt(a, b) && (b - a) >>> 0 < 2 ** 30 },
    killedBy: 'case: numbers up to 2^31-1 apart have an order',
  },
  {
    name: 'interval-closed-below',
    says: 'The interval of acceptable ACKs includes SND.UNA.',
    source: 'Lab 3; RFC 9293 §3.4',
    planks: { between: (low, x, high) => leq(low, x) && leq(x, high) },
    killedBy: 'syn-sent/syn-ack-with-ack-iss-draws-reset.pkt',
  },
  {
    name: 'interval-open-above',
    says: 'The interval of acceptable ACKs leaves SND.NXT out.',
    source: 'Lab 3; RFC 9293 §3.4',
    planks: { between: (low, x, high) => lt(low, x) && lt(x, high) },
    killedBy: 'syn-sent/syn-ack-establishes.pkt',
  },
  {
    name: 'syn-takes-no-number',
    says: 'SEG.LEN does not count the SYN.',
    source: 'Lab 3; behaviours 1, 5',
    planks: { segLen: ({ ctl, data }) => data.length + (ctl.fin ? 1 : 0) },
    killedBy: 'closed/syn-draws-reset.pkt',
  },
  {
    name: 'fin-takes-no-number',
    says: 'SEG.LEN does not count the FIN.',
    source: 'Lab 3; behaviours 4, 5',
    planks: { segLen: ({ ctl, data }) => data.length + (ctl.syn ? 1 : 0) },
    killedBy: 'closed/fin-draws-reset.pkt',
  },
  {
    name: 'ack-takes-a-number',
    says: 'SEG.LEN counts the ACK bit.',
    source: 'Lab 3',
    planks: { segLen: (seg) => segLen(seg) + (seg.ctl.ack ? 1 : 0) },
    killedBy: 'zero-window/ack-at-rcv-nxt-is-processed.pkt',
  },
  {
    name: 'rst-takes-a-number',
    says: 'SEG.LEN counts the RST bit.',
    source: 'Lab 3',
    planks: { segLen: (seg) => segLen(seg) + (seg.ctl.rst ? 1 : 0) },
    killedBy: 'zero-window/rst-at-rcv-nxt-closes.pkt',
  },
];
