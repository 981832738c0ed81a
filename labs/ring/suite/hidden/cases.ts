import type { TableCase } from '#judge/suite.ts';
import { ctl } from '#tcp/ctl.ts';

/** So many octets of text. */
const text = (length: number) => new Uint8Array(length);

/** The farthest that two numbers with an order can be apart. Those one farther have none. */
const FARTHEST = 2_147_483_647;

export default [
  {
    id: 'as-far-as-half-the-ring',
    rfc: '3.4',
    call: 'lt',
    args: [
      [0, 65_536],
      [0, 1_073_741_824],
      [0, FARTHEST],
      [FARTHEST, 0],
      [1, 2_147_483_648],
      [2_147_483_648, 1],
      [4_294_967_295, 2_147_483_646],
      [2_147_483_646, 4_294_967_295],
    ],
  },
  {
    id: 'the-middle-is-no-edge',
    rfc: '3.4',
    call: 'lt',
    args: [
      [2_147_483_647, 2_147_483_648],
      [2_147_483_648, 2_147_483_647],
      [2_147_483_640, 2_147_483_650],
      [2_147_483_650, 2_147_483_640],
    ],
  },
  {
    id: 'leq-over-the-edge',
    rfc: '3.4',
    call: 'leq',
    args: [
      [4_294_967_295, 0],
      [0, 4_294_967_295],
      [4_294_967_295, 4_294_967_295],
      [2_147_483_647, 2_147_483_648],
      [2_147_483_648, 2_147_483_647],
      [3_000_000_000, 500_000_000],
      [10, 10 + FARTHEST],
      [10 + FARTHEST, 10],
    ],
  },
  {
    id: 'between-over-the-edge',
    rfc: '3.4',
    call: 'between',
    args: [
      [4_294_967_290, 4_294_967_290, 5],
      [4_294_967_290, 4_294_967_291, 5],
      [4_294_967_290, 0, 5],
      [4_294_967_290, 5, 5],
      [4_294_967_290, 6, 5],
      [4_294_967_290, 4_294_967_289, 5],
      [4_294_967_280, 4_294_967_290, 4_294_967_295],
    ],
  },
  {
    id: 'nothing-is-between-equals',
    rfc: '3.4',
    call: 'between',
    args: [
      [10, 10, 10],
      [10, 11, 10],
      [10, 9, 10],
      [4_294_967_295, 0, 4_294_967_295],
    ],
  },
  {
    id: 'syn-and-fin-count-beside-text',
    rfc: '3.4',
    call: 'segLen',
    args: [
      [{ ctl: ctl({ syn: true }), data: text(10) }],
      [{ ctl: ctl({ fin: true, ack: true, psh: true }), data: text(10) }],
      [{ ctl: ctl({ syn: true, fin: true }), data: text(0) }],
      [{ ctl: ctl({ syn: true, fin: true, ack: true }), data: text(3) }],
    ],
  },
  {
    id: 'no-other-bit-counts',
    rfc: '3.4',
    call: 'segLen',
    args: [
      [{ ctl: ctl({ rst: true }), data: text(0) }],
      [{ ctl: ctl({ rst: true, ack: true }), data: text(0) }],
      [{ ctl: ctl({ psh: true, ack: true }), data: text(5) }],
      [{ ctl: ctl({ urg: true, ack: true }), data: text(5) }],
      [{ ctl: ctl({ ece: true, cwr: true, syn: true }), data: text(0) }],
      [{ ctl: ctl({}), data: text(2) }],
    ],
  },
] satisfies readonly TableCase[];
