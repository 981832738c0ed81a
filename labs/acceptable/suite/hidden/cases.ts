import type { TableCase } from '#judge/suite.ts';
import { ctl } from '#tcp/ctl.ts';

/** A segment with an ACK and so many octets of text; with other bits, if they are named. */
const seg = (seq: number, length: number, bits = {}) => ({
  seq,
  ctl: ctl({ ack: true, ...bits }),
  data: new Uint8Array(length),
});

export default [
  {
    id: 'at-the-right-edge',
    rfc: '3.4',
    call: 'acceptable',
    args: [
      [seg(1_009, 0), 1_000, 10],
      [seg(1_010, 0), 1_000, 10],
      [seg(1_009, 1), 1_000, 10],
      [seg(1_010, 1), 1_000, 10],
      [seg(1_000, 0), 1_000, 1],
      [seg(1_001, 0), 1_000, 1],
    ],
  },
  {
    id: 'over-the-left-edge',
    rfc: '3.4',
    call: 'acceptable',
    args: [
      [seg(997, 3), 1_000, 10],
      [seg(997, 4), 1_000, 10],
      [seg(999, 1), 1_000, 10],
      [seg(999, 2), 1_000, 10],
      [seg(995, 15), 1_000, 10],
    ],
  },
  {
    id: 'over-the-right-edge',
    rfc: '3.4',
    call: 'acceptable',
    args: [
      [seg(1_009, 2), 1_000, 10],
      [seg(1_000, 11), 1_000, 10],
      [seg(1_005, 1_000), 1_000, 10],
    ],
  },
  {
    id: 'syn-and-fin-have-a-length',
    rfc: '3.4',
    call: 'acceptable',
    args: [
      [seg(1_000, 0, { fin: true }), 1_000, 0],
      [seg(1_000, 0, { syn: true }), 1_000, 0],
      [seg(1_000, 0, { fin: true }), 1_000, 10],
      [seg(999, 0, { fin: true }), 1_000, 10],
      [seg(999, 1, { fin: true }), 1_000, 10],
      [seg(990, 10, { fin: true }), 1_000, 10],
      [seg(1_000, 0, { rst: true }), 1_000, 0],
    ],
  },
  {
    id: 'no-bit-passes-alone',
    rfc: '3.10.7.4',
    call: 'acceptable',
    args: [
      [seg(999, 0, { rst: true }), 1_000, 10],
      [seg(1_005, 0, { rst: true }), 1_000, 10],
      [seg(1_010, 0, { rst: true }), 1_000, 10],
      [seg(1_001, 0, { rst: true }), 1_000, 0],
      [seg(990, 0, { syn: true }), 1_000, 10],
      [seg(1_005, 0, { syn: true }), 1_000, 10],
      [seg(5_000, 0, { syn: true }), 1_000, 10],
      [seg(990, 3, { fin: true, psh: true }), 1_000, 10],
      [seg(1_010, 3, { fin: true, urg: true }), 1_000, 10],
    ],
  },
  {
    id: 'across-the-edge-of-the-ring',
    rfc: '3.4',
    call: 'acceptable',
    args: [
      [seg(4_294_967_290, 0), 4_294_967_290, 10],
      [seg(4_294_967_295, 0), 4_294_967_290, 10],
      [seg(0, 0), 4_294_967_290, 10],
      [seg(3, 0), 4_294_967_290, 10],
      [seg(4, 0), 4_294_967_290, 10],
      [seg(4_294_967_289, 0), 4_294_967_290, 10],
      [seg(4_294_967_294, 4), 4_294_967_290, 10],
      [seg(4_294_967_286, 5), 4_294_967_290, 10],
      [seg(4_294_967_294, 4), 1, 10],
      [seg(4_294_967_294, 3), 1, 10],
      [seg(4_294_967_295, 0), 0, 0],
    ],
  },
  {
    id: 'the-window-ends-where-the-ring-does',
    rfc: '3.4',
    call: 'acceptable',
    why: 'the right edge is 0 here; some count it as 4294967296, which is right on the ring alone.',
    args: [
      [seg(4_294_967_290, 0), 4_294_967_290, 6],
      [seg(4_294_967_295, 0), 4_294_967_290, 6],
      [seg(0, 0), 4_294_967_290, 6],
      [seg(4_294_967_295, 5), 4_294_967_290, 6],
      [seg(4_294_967_280, 11), 4_294_967_290, 6],
    ],
  },
  {
    id: 'a-large-window',
    rfc: '3.4',
    call: 'acceptable',
    args: [
      [seg(4_294_967_290, 1_460), 4_294_967_290, 1_073_725_440],
      [seg(1_000_000_000, 0), 4_294_967_290, 1_073_725_440],
      [seg(1_073_725_433, 1), 4_294_967_290, 1_073_725_440],
      [seg(1_073_725_434, 0), 4_294_967_290, 1_073_725_440],
      [seg(2_000_000_000, 10), 4_294_967_290, 1_073_725_440],
      [seg(4_000_000_000, 10), 4_294_967_290, 1_073_725_440],
    ],
  },
] satisfies readonly TableCase[];
