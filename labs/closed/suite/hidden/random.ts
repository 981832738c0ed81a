import type { Bias } from '#judge/random/bias.ts';

/** Nobody is home: segments of all kinds, before any connection and after one. */
export default {
  kind: 'connection',
  states: ['CLOSED'],
  events: {
    syn: 5,
    ack: 3,
    text: 3,
    fin: 3,
    bare: 3,
    'syn-ack': 2,
    reset: 2,
    'reset-ack': 2,
    again: 1,
  },
  endings: [[]],
} satisfies Bias;
