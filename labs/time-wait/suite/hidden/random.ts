import type { Bias } from '#judge/random/bias.ts';

/** Connections that wait: repeated FINs, resets, SYNs new and old, on hosts that are set in all ways. */
export default {
  kind: 'connection',
  // A FIN that brings text comes before the wait, and again in it.
  states: ['TIME-WAIT', 'FIN-WAIT-2'],
  opened: ['passive', 'passive', 'active'],
  most: 8,
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
    'syn-ack': 6,
    ack: 3,
    answer: 2,
    text: 2,
    reset: 4,
    'reset-ack': 1,
    bare: 1,
    read: 1,
  },
  endings: [
    [],
    ['again'],
    ['again'],
    ['fin', 'again'],
    ['fin', 'again'],
    ['syn'],
    ['syn'],
    ['syn-ack'],
    ['syn', 'ack', 'text'],
    ['reset'],
    ['answer'],
  ],
} satisfies Bias;
