/** The eleven states of a connection, in the order in which a life passes them (RFC 9293 §3.3.2). */
export const STATES = [
  'CLOSED',
  'LISTEN',
  'SYN-SENT',
  'SYN-RECEIVED',
  'ESTABLISHED',
  'FIN-WAIT-1',
  'FIN-WAIT-2',
  'CLOSE-WAIT',
  'CLOSING',
  'LAST-ACK',
  'TIME-WAIT',
] as const;

/** A connection state in the RFC's spelling. `CLOSED` is fictional: it means that there is no TCB. */
export type State = (typeof STATES)[number];

/** The eight states whose segments pass the eight checks of §3.10.7.4. */
export const CHECKED_STATES = STATES.slice(3) as readonly CheckedState[];
export type CheckedState = Exclude<State, 'CLOSED' | 'LISTEN' | 'SYN-SENT'>;
