import type { Bias } from '#judge/random/bias.ts';

/** FINs that cross, with text before ours and before theirs, and what arrives in CLOSING. */
export default {
  kind: 'connection',
  states: [
    ...(['CLOSING', 'CLOSING', 'FIN-WAIT-1', 'FIN-WAIT-1', 'FIN-WAIT-1', 'FIN-WAIT-1'] as const),
    ...(['ESTABLISHED', 'ESTABLISHED'] as const),
  ],
  settings: [{}, {}, {}, { msl: 15_000 }],
  events: {
    ack: 5,
    answer: 4,
    'all but one': 4,
    'one too many': 2,
    'nothing new': 4,
    'crossing fin': 16,
    fin: 3,
    text: 5,
    ahead: 2,
    write: 3,
    'write much': 2,
    shutdown: 3,
    close: 2,
    read: 2,
    timeout: 2,
    again: 1,
    reset: 1,
  },
  endings: [
    [],
    ['answer'],
    ['nothing new', 'text', 'answer'],
    ['crossing fin', 'nothing new', 'all but one', 'answer'],
    ['write', 'shutdown', 'crossing fin', 'all but one'],
    ['read', 'shutdown', 'text', 'crossing fin', 'nothing new', 'answer'],
    ['ahead', 'shutdown', 'text', 'crossing fin', 'answer'],
    ['close', 'crossing fin', 'text', 'answer'],
    ['write much', 'shutdown', 'crossing fin', 'answer', 'answer'],
    ['write much', 'shutdown', 'fin', 'answer', 'answer'],
    ['shutdown', 'crossing fin', 'one too many', 'fin', 'answer'],
  ],
} satisfies Bias;
