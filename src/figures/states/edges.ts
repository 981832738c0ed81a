import type { State } from '#tcp/state.ts';
import type { Cause, Edge, Way } from './edge.ts';
import { OMITTED } from './omitted.ts';

const edge = (
  from: State,
  to: State,
  way: Way,
  causes: readonly Cause[],
  rules: Edge['rules'],
  plank: string | null = null,
  remark: string | null = null,
): Edge => {
  const id = `${from} ${to}`;
  const words = { event: `states.event.${id}`, action: `states.action.${id}`, remark };
  return { id, from, to, group: 'figure', way, causes, plank, rules, ...words };
};

/** RFC 9293 Figure 5 (§3.3.2) as it is printed, in the order in which a connection comes by. */
export const PRINTED: readonly Edge[] = [
  edge('CLOSED', 'SYN-SENT', 'first', ['OPEN'], ['3.10.1']),
  edge('CLOSED', 'LISTEN', 'answers', ['OPEN'], ['3.10.1']),
  edge('SYN-SENT', 'CLOSED', 'rare', ['CLOSE'], ['3.10.4']),
  edge('LISTEN', 'CLOSED', 'rare', ['CLOSE'], ['3.10.4']),
  edge('LISTEN', 'SYN-SENT', 'rare', ['SEND', 'OPEN'], ['3.10.1'], null, 'states.remark.send'),
  edge('LISTEN', 'SYN-RECEIVED', 'answers', ['SYN'], ['3.10.7.2/3'], 'listen'),
  edge('SYN-SENT', 'SYN-RECEIVED', 'rare', ['SYN'], ['3.10.7.3/4', 'MUST-10'], 'synSent'),
  edge(
    'SYN-RECEIVED',
    'LISTEN',
    'rare',
    ['RST'],
    ['3.10.7.4/2', 'MUST-11'],
    'synReceived',
    'states.remark.note1',
  ),
  edge('SYN-SENT', 'ESTABLISHED', 'first', ['SYN'], ['3.10.7.3/4'], 'synSent'),
  edge('SYN-RECEIVED', 'ESTABLISHED', 'answers', ['ACK'], ['3.10.7.4/5'], 'synReceived'),
  edge('SYN-RECEIVED', 'FIN-WAIT-1', 'rare', ['CLOSE'], ['3.10.4'], 'closeEarly'),
  edge('ESTABLISHED', 'FIN-WAIT-1', 'first', ['CLOSE'], ['3.10.4'], 'close'),
  edge('ESTABLISHED', 'CLOSE-WAIT', 'answers', ['FIN'], ['3.10.7.4/8'], 'establishedFin'),
  edge('FIN-WAIT-1', 'FIN-WAIT-2', 'first', ['ACK'], ['3.10.7.4/5'], 'finWait1'),
  edge('FIN-WAIT-1', 'CLOSING', 'rare', ['FIN'], ['3.10.7.4/8'], 'finWait1Fin'),
  edge('FIN-WAIT-2', 'TIME-WAIT', 'first', ['FIN'], ['3.10.7.4/8'], 'finWait2'),
  edge('CLOSING', 'TIME-WAIT', 'rare', ['ACK'], ['3.10.7.4/5'], 'closing'),
  edge('CLOSE-WAIT', 'LAST-ACK', 'answers', ['CLOSE'], ['3.10.4'], 'closeWait'),
  edge('LAST-ACK', 'CLOSED', 'answers', ['ACK'], ['3.10.7.4/5'], 'lastAck'),
  edge('TIME-WAIT', 'CLOSED', 'first', ['TIMEOUT'], ['3.10.8'], 'timeWait'),
];

/** All that can be drawn: what is printed, then what the figure leaves out. */
export const EDGES: readonly Edge[] = [...PRINTED, ...OMITTED];

/** What a reader can switch on, in the order of the switches. */
export const SWITCHES = ['note2', 'rst', 'abort', 'timeout', 'more'] as const;

/** The plank that takes what arrives in a state: the box is the learner's if the plank is. */
export const STATE_PLANKS: Readonly<Record<State, string>> = {
  CLOSED: 'closed',
  LISTEN: 'listen',
  'SYN-SENT': 'synSent',
  'SYN-RECEIVED': 'synReceived',
  ESTABLISHED: 'established',
  'FIN-WAIT-1': 'finWait1',
  'FIN-WAIT-2': 'finWait2',
  'CLOSE-WAIT': 'closeWait',
  CLOSING: 'closing',
  'LAST-ACK': 'lastAck',
  'TIME-WAIT': 'timeWait',
};
