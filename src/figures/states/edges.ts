import type { State } from '#tcp/state.ts';

/** Who goes along an edge in the usual life of a connection: whoever opens or closes first, or who answers. */
export type Way = 'first' | 'answers' | 'rare';

/** A transition of RFC 9293 Figure 5 (§3.3.2). */
export interface Edge {
  /** Its name, for good: `<from> <to>`. Its texts have the keys `states.event.<id>` and `states.action.<id>`. */
  readonly id: string;
  readonly from: State;
  readonly to: State;
  readonly way: Way;
  /** The plank of the engine that takes it; `null` where no plank can be replaced. */
  readonly plank: string | null;
}

const edge = (from: State, to: State, way: Way, plank: string | null = null): Edge => ({
  id: `${from} ${to}`,
  from,
  to,
  way,
  plank,
});

/** All of them, in the order in which a connection comes by. FIN-WAIT-1 to TIME-WAIT is in note 2. */
export const EDGES: readonly Edge[] = [
  edge('CLOSED', 'SYN-SENT', 'first'),
  edge('CLOSED', 'LISTEN', 'answers'),
  edge('SYN-SENT', 'CLOSED', 'rare'),
  edge('LISTEN', 'CLOSED', 'rare'),
  edge('LISTEN', 'SYN-SENT', 'rare'),
  edge('LISTEN', 'SYN-RECEIVED', 'answers', 'listen'),
  edge('SYN-SENT', 'SYN-RECEIVED', 'rare', 'synSent'),
  edge('SYN-RECEIVED', 'LISTEN', 'rare', 'synReceived'),
  edge('SYN-SENT', 'ESTABLISHED', 'first', 'synSent'),
  edge('SYN-RECEIVED', 'ESTABLISHED', 'answers', 'synReceived'),
  edge('SYN-RECEIVED', 'FIN-WAIT-1', 'rare', 'closeEarly'),
  edge('ESTABLISHED', 'FIN-WAIT-1', 'first', 'close'),
  edge('ESTABLISHED', 'CLOSE-WAIT', 'answers', 'establishedFin'),
  edge('FIN-WAIT-1', 'FIN-WAIT-2', 'first', 'finWait1'),
  edge('FIN-WAIT-1', 'CLOSING', 'rare', 'finWait1'),
  edge('FIN-WAIT-1', 'TIME-WAIT', 'rare', 'finWait1'),
  edge('FIN-WAIT-2', 'TIME-WAIT', 'first', 'finWait2'),
  edge('CLOSING', 'TIME-WAIT', 'rare', 'closing'),
  edge('CLOSE-WAIT', 'LAST-ACK', 'answers', 'closeWait'),
  edge('LAST-ACK', 'CLOSED', 'answers', 'lastAck'),
  edge('TIME-WAIT', 'CLOSED', 'first', 'timeWait'),
];

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
