import type { Bias } from '#judge/random/bias.ts';

/** Calls that are answered, refused, crossed by the peer's own, or answered by somebody else. */
export default {
  kind: 'connection',
  states: ['SYN-SENT'],
  events: {
    'syn-ack': 10,
    syn: 5,
    ack: 4,
    reset: 4,
    'reset-ack': 3,
    answer: 3,
    text: 2,
    fin: 2,
    bare: 1,
    again: 1,
    write: 3,
    read: 1,
    shutdown: 1,
  },
  endings: [
    [],
    ['answer'],
    ['answer', 'answer', 'write much'],
    ['answer', 'answer', 'write much', 'answer'],
    ['answer', 'answer', 'text', 'read', 'write'],
  ],
} satisfies Bias;
