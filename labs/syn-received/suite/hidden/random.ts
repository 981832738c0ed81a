import type { Bias } from '#judge/random/bias.ts';

/** Connections of both origins that wait for the ACK of their SYN, with text and CLOSE queued or not. */
export default {
  kind: 'connection',
  states: ['SYN-RECEIVED'],
  most: 3,
  events: {
    answer: 6,
    ack: 4,
    'syn-ack': 4,
    syn: 4,
    reset: 4,
    'reset-ack': 3,
    text: 3,
    ahead: 2,
    fin: 3,
    again: 1,
    bare: 1,
    write: 3,
    'write much': 1,
    shutdown: 2,
    close: 1,
    read: 1,
  },
  endings: [
    [],
    ['answer'],
    ['answer', 'answer', 'write much'],
    ['answer', 'answer', 'write much', 'answer'],
    ['answer', 'answer', 'write much', 'answer', 'answer'],
    ['answer', 'text', 'read', 'write'],
    ['ahead', 'answer', 'write much', 'answer'],
    ['write', 'shutdown', 'answer', 'answer'],
  ],
} satisfies Bias;
