import type { Bias } from '#judge/random/bias.ts';

/** Connections that wait: repeated FINs, resets, SYNs new and old, on hosts that are set in all ways. */
export default {
  kind: 'connection',
  states: ['TIME-WAIT'],
  opened: ['passive', 'passive', 'passive', 'active'],
  most: 4,
  settings: [
    {},
    { reopen: 'sequence' },
    { reopen: 'RFC 6191', timestamps: true },
    { reopen: 'RFC 6191', timestamps: true },
    { resetInTimeWait: 'ignore' },
  ],
  isnSteps: [64_000, 1],
  events: {
    again: 5,
    fin: 4,
    syn: 14,
    'syn-ack': 4,
    ack: 4,
    answer: 2,
    text: 3,
    reset: 4,
    'reset-ack': 2,
    bare: 1,
    read: 1,
  },
  endings: [[], ['again'], ['syn'], ['syn', 'ack', 'text'], ['reset'], ['answer']],
} satisfies Bias;
