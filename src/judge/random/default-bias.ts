import { STATES, type State } from '#tcp';
import type { Bias, ConnectionBias, DrawnCall } from './bias.ts';

const CALLS: ReadonlySet<string> = new Set<DrawnCall>([
  ...([
    'lt',
    'leq',
    'between',
    'segLen',
    'acceptable',
    'isSelfConnect',
    'patience',
    'forward',
  ] as const),
  ...(['onSyn', 'onAck', 'accept'] as const),
]);

const OPEN: readonly State[] = [
  ...(['ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSE-WAIT'] as const),
  ...(['CLOSING', 'LAST-ACK'] as const),
];

/** The states whose events a plank handles, by its name; others may act in any state. */
const STATES_OF: Readonly<Record<string, readonly State[]>> = {
  closed: ['CLOSED'],
  listen: ['LISTEN'],
  synSent: ['SYN-SENT'],
  synReceived: ['SYN-RECEIVED'],
  established: ['ESTABLISHED'],
  send: ['ESTABLISHED', 'CLOSE-WAIT'],
  trim: ['ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2'],
  close: ['ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2'],
  closeEarly: ['SYN-RECEIVED'],
  finWait1: ['FIN-WAIT-1'],
  finWait1Fin: ['FIN-WAIT-1'],
  finWait2: ['FIN-WAIT-2'],
  establishedFin: ['ESTABLISHED'],
  closeWait: ['CLOSE-WAIT'],
  lastAck: ['LAST-ACK'],
  closing: ['CLOSING'],
  resetOpen: ['ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSE-WAIT'],
  resetClosing: ['CLOSING', 'LAST-ACK'],
  challenge: OPEN,
  abort: ['SYN-RECEIVED', 'ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSE-WAIT'],
  timeWait: ['TIME-WAIT'],
  mayReopen: ['TIME-WAIT'],
  completesSimultaneousOpen: ['SYN-RECEIVED'],
};

/** Everything may happen, what a state knows best most often. */
const EVENTS: ConnectionBias['events'] = {
  answer: 4,
  ack: 5,
  text: 4,
  ahead: 2,
  fin: 3,
  syn: 3,
  'syn-ack': 3,
  reset: 3,
  'reset-ack': 2,
  bare: 1,
  again: 2,
  write: 2,
  'write much': 1,
  read: 1,
  shutdown: 2,
  close: 1,
  abort: 1,
};

/** Nothing; a talk; a goodbye. */
const ENDINGS: ConnectionBias['endings'] = [
  [],
  ['answer'],
  ['answer', 'answer', 'write much', 'answer'],
  ['answer', 'write', 'text', 'read'],
  ['answer', 'shutdown', 'answer', 'fin'],
];

/** How the cases of a lab are drawn that does not say it: by the planks that it replaces. */
export function defaultBias(planks: readonly string[]): Bias {
  if (planks.length > 0 && planks.every((name) => CALLS.has(name))) {
    return { kind: 'calls', calls: planks as readonly DrawnCall[] };
  }
  const states = [...new Set(planks.flatMap((name) => STATES_OF[name] ?? STATES))];
  return { kind: 'connection', states, events: EVENTS, endings: ENDINGS };
}
