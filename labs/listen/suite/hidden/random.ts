import type { Bias } from '#judge/random/bias.ts';

/** A listener that several peers call, and what becomes of their connections. */
export default {
  kind: 'connection',
  states: ['LISTEN'],
  peers: 3,
  events: {
    syn: 6,
    answer: 4,
    ack: 3,
    'syn-ack': 3,
    reset: 3,
    'reset-ack': 2,
    fin: 2,
    text: 2,
    bare: 2,
    again: 2,
    write: 1,
    read: 1,
    shutdown: 1,
  },
  endings: [
    [],
    ['answer'],
    ['answer', 'write', 'answer'],
    ['reset', 'syn', 'ack'],
    ['answer', 'text', 'read'],
  ],
} satisfies Bias;
