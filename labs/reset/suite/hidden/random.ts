import type { Bias } from '#judge/random/bias.ts';

/** Connections in every state with a TCB: resets right and nearly right, SYNs, and ABORT. */
export default {
  kind: 'connection',
  states: [
    ...(['ESTABLISHED', 'SYN-RECEIVED', 'FIN-WAIT-1', 'FIN-WAIT-2'] as const),
    ...(['CLOSE-WAIT', 'CLOSING', 'LAST-ACK', 'TIME-WAIT'] as const),
  ],
  most: 3,
  // With room for 10 octets one short text shuts the window.
  settings: [{}, {}, {}, { rcvBuf: 10 }],
  events: {
    reset: 12,
    'reset-ack': 5,
    syn: 6,
    'syn-ack': 4,
    ack: 2,
    text: 2,
    ahead: 1,
    fin: 2,
    again: 1,
    bare: 1,
    write: 3,
    'write much': 3,
    read: 3,
    abort: 6,
    shutdown: 1,
  },
  endings: [
    [],
    ['reset'],
    ['abort'],
    ['write much', 'abort'],
    ['read', 'abort'],
    ['read', 'reset'],
    ['text', 'reset'],
    ['ahead', 'reset'],
    ['syn', 'text'],
    ['answer', 'text'],
  ],
} satisfies Bias;
