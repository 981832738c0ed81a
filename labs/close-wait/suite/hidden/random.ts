import type { Bias } from '#judge/random/bias.ts';

/** The peer closes first: FINs with and without text, our text and our CLOSE after it, their ACKs. */
export default {
  kind: 'connection',
  states: ['ESTABLISHED', 'CLOSE-WAIT', 'LAST-ACK'],
  most: 4,
  events: {
    fin: 5,
    'crossing fin': 2,
    ack: 5,
    answer: 4,
    'all but one': 2,
    text: 3,
    ahead: 2,
    write: 3,
    'write much': 2,
    shutdown: 4,
    close: 1,
    read: 1,
    again: 2,
    bare: 1,
    syn: 1,
    reset: 1,
  },
  endings: [
    [],
    ['fin', 'shutdown', 'answer'],
    ['fin', 'write', 'answer', 'shutdown', 'answer'],
    ['fin', 'write much', 'shutdown', 'answer', 'answer'],
    ['fin', 'write much', 'shutdown', 'shutdown', 'answer', 'answer'],
    ['write', 'crossing fin'],
    ['text', 'fin', 'shutdown', 'read'],
    ['fin', 'write', 'shutdown', 'all but one'],
    ['fin', 'fin', 'text', 'answer'],
  ],
} satisfies Bias;
