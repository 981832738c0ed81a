import type { Bias } from '#judge/random/bias.ts';

/** Connections that wait: repeated FINs, resets, SYNs new and old, on hosts that are set in all ways. */
export default {
  kind: 'connection',
  // A FIN that brings text comes before the wait, and again in it.
  states: ['TIME-WAIT', 'TIME-WAIT', 'FIN-WAIT-2'],
  opened: ['passive', 'passive', 'passive', 'active'],
  most: 6,
  settings: [
    {},
    { reopen: 'sequence' },
    { reopen: 'sequence', timestamps: true },
    { reopen: 'RFC 6191', timestamps: true },
    { reopen: 'RFC 6191', timestamps: true },
    { reopen: 'RFC 6191', timestamps: true },
    { reopen: 'RFC 6191', timestamps: true },
    { resetInTimeWait: 'ignore', msl: 15_000 },
  ],
  isnSteps: [64_000, 1],
  events: {
    again: 5,
    fin: 14,
    syn: 22,
    'syn-ack': 4,
    ack: 4,
    answer: 2,
    text: 3,
    reset: 4,
    'reset-ack': 2,
    bare: 1,
    read: 1,
  },
  endings: [
    [],
    ['again'],
    ['again'],
    ['again'],
    ['syn'],
    ['syn', 'ack', 'text'],
    ['reset'],
    ['answer'],
  ],
} satisfies Bias;
