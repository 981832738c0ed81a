import type { Bias } from '#judge/random/bias.ts';

/** Connections that we close first, with text before the FIN and after it, and every kind of answer. */
export default {
  kind: 'connection',
  states: [
    ...(['FIN-WAIT-1', 'FIN-WAIT-1', 'FIN-WAIT-2', 'FIN-WAIT-2', 'ESTABLISHED'] as const),
    ...(['SYN-RECEIVED', 'SYN-RECEIVED'] as const),
  ],
  events: {
    answer: 4,
    ack: 6,
    'all but one': 4,
    'one too many': 2,
    'nothing new': 3,
    text: 5,
    ahead: 1,
    fin: 14,
    write: 3,
    'write much': 2,
    read: 1,
    shutdown: 6,
    close: 1,
    timeout: 1,
    reset: 1,
    again: 1,
  },
  settings: [{}, {}, {}, { msl: 30_000 }],
  endings: [
    [],
    ['answer'],
    ['shutdown', 'answer', 'fin'],
    ['shutdown', 'text', 'read'],
    ['text', 'shutdown', 'read'],
    ['read', 'shutdown', 'text'],
    ['write', 'shutdown', 'shutdown', 'answer'],
    ['write', 'shutdown', 'all but one', 'answer', 'fin'],
    ['write', 'shutdown', 'shutdown', 'answer', 'answer', 'fin'],
    ['write much', 'shutdown', 'answer', 'answer', 'fin'],
    ['shutdown', 'all but one', 'answer', 'shutdown', 'fin'],
    ['answer', 'text', 'one too many', 'fin'],
  ],
} satisfies Bias;
