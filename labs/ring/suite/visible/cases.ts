import type { TableCase } from '#judge/suite.ts';
import { ctl } from '#tcp/ctl.ts';

/** So many octets of text. */
const text = (length: number) => new Uint8Array(length);

export default [
  {
    id: 'one-is-before-the-other',
    rfc: '3.4',
    call: 'lt',
    args: [
      [1, 2],
      [2, 1],
      [7, 7],
      [100, 5_000],
      [5_000, 100],
    ],
  },
  {
    id: 'before-over-the-edge',
    rfc: '3.4',
    call: 'lt',
    args: [
      [4_294_967_295, 0],
      [0, 4_294_967_295],
      [4_294_967_290, 10],
      [10, 4_294_967_290],
      [4_294_967_295, 4_294_967_295],
    ],
  },
  {
    id: 'equal-is-enough-for-leq',
    rfc: '3.4',
    call: 'leq',
    args: [
      [6, 7],
      [7, 7],
      [8, 7],
      [0, 0],
    ],
  },
  {
    id: 'the-left-end-is-out',
    rfc: '3.4',
    call: 'between',
    args: [
      [10, 9, 20],
      [10, 10, 20],
      [10, 11, 20],
      [10, 20, 20],
      [10, 21, 20],
    ],
  },
  {
    id: 'text-counts',
    rfc: '3.4',
    call: 'segLen',
    args: [
      [{ ctl: ctl({ ack: true }), data: text(0) }],
      [{ ctl: ctl({ ack: true }), data: text(1) }],
      [{ ctl: ctl({ ack: true }), data: text(536) }],
    ],
  },
  {
    id: 'syn-and-fin-count',
    rfc: '3.4',
    call: 'segLen',
    args: [
      [{ ctl: ctl({ syn: true }), data: text(0) }],
      [{ ctl: ctl({ syn: true, ack: true }), data: text(0) }],
      [{ ctl: ctl({ fin: true, ack: true }), data: text(0) }],
    ],
  },
] satisfies readonly TableCase[];
