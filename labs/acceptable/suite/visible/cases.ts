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
    id: 'without-text',
    rfc: '3.4',
    call: 'acceptable',
    args: [
      [seg(1_000, 0), 1_000, 10],
      [seg(1_005, 0), 1_000, 10],
      [seg(999, 0), 1_000, 10],
      [seg(1_020, 0), 1_000, 10],
    ],
  },
  {
    id: 'without-text-at-a-shut-window',
    rfc: '3.4',
    call: 'acceptable',
    args: [
      [seg(1_000, 0), 1_000, 0],
      [seg(1_001, 0), 1_000, 0],
      [seg(999, 0), 1_000, 0],
    ],
  },
  {
    id: 'with-text',
    rfc: '3.4',
    call: 'acceptable',
    args: [
      [seg(1_000, 10), 1_000, 10],
      [seg(1_002, 3), 1_000, 10],
      [seg(990, 5), 1_000, 10],
      [seg(1_020, 5), 1_000, 10],
    ],
  },
  {
    id: 'with-text-at-a-shut-window',
    rfc: '3.4',
    call: 'acceptable',
    args: [
      [seg(1_000, 1), 1_000, 0],
      [seg(1_000, 536), 1_000, 0],
      [seg(999, 2), 1_000, 0],
    ],
  },
] satisfies readonly TableCase[];
