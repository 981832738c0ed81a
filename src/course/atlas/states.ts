import { STATES, type State } from '#tcp/state.ts';
import { EDGES, STATE_PLANKS } from '#figures/states/edges.ts';

/** What RFC 9293 §3.3.2 says a state “represents”. */
export const MEANINGS: Readonly<Record<State, string>> = {
  CLOSED: 'no connection state at all',
  LISTEN: 'waiting for a connection request from any remote TCP peer and port',
  'SYN-SENT': 'waiting for a matching connection request after having sent a connection request',
  'SYN-RECEIVED':
    'waiting for a confirming connection request acknowledgment after having both received and sent a connection request',
  ESTABLISHED:
    'an open connection, data received can be delivered to the user. The normal state for the data transfer phase of the connection',
  'FIN-WAIT-1':
    'waiting for a connection termination request from the remote TCP peer, or an acknowledgment of the connection termination request previously sent',
  'FIN-WAIT-2': 'waiting for a connection termination request from the remote TCP peer',
  'CLOSE-WAIT': 'waiting for a connection termination request from the local user',
  CLOSING: 'waiting for a connection termination request acknowledgment from the remote TCP peer',
  'LAST-ACK':
    'waiting for an acknowledgment of the connection termination request previously sent to the remote TCP peer (this termination request sent to the remote TCP peer already included an acknowledgment of the termination request sent from the remote TCP peer)',
  'TIME-WAIT':
    'waiting for enough time to pass to be sure the remote TCP peer received the acknowledgment of its connection termination request and to avoid new connections being impacted by delayed segments from previous connections',
};

/** The edge whose play shows a usual life of a state, and a moment (ms) at which somebody is in it. */
export const LIVES: Readonly<Record<State, { readonly edge: string; readonly now: number }>> = {
  CLOSED: { edge: 'SYN-SENT CLOSED RST', now: 60 },
  LISTEN: { edge: 'LISTEN SYN-RECEIVED', now: 20 },
  'SYN-SENT': { edge: 'SYN-SENT ESTABLISHED', now: 60 },
  'SYN-RECEIVED': { edge: 'SYN-RECEIVED ESTABLISHED', now: 100 },
  ESTABLISHED: { edge: 'ESTABLISHED FIN-WAIT-1', now: 140 },
  'FIN-WAIT-1': { edge: 'FIN-WAIT-1 FIN-WAIT-2', now: 220 },
  'FIN-WAIT-2': { edge: 'FIN-WAIT-2 TIME-WAIT', now: 280 },
  'CLOSE-WAIT': { edge: 'CLOSE-WAIT LAST-ACK', now: 280 },
  CLOSING: { edge: 'CLOSING TIME-WAIT', now: 220 },
  'LAST-ACK': { edge: 'LAST-ACK CLOSED', now: 360 },
  'TIME-WAIT': { edge: 'TIME-WAIT CLOSED', now: 420 },
};

/** The name of a state in addresses and of its preset in the playground: `time-wait`. */
export const slugOf = (state: State): string => state.toLowerCase();

/** The page of a state, from the root. */
export const pageOf = (state: State): string => `/states/${slugOf(state)}/`;

/** The states before and after one, in the order in which a life passes them. */
export function neighbours(state: State): { readonly before?: State; readonly after?: State } {
  const at = STATES.indexOf(state);
  const [before, after] = [STATES[at - 1], STATES[at + 1]];
  return { ...(before && { before }), ...(after && { after }) };
}

/** The planks that make what a state does: what arrives in it first, then the ways out of it. */
export function planksOf(state: State): readonly string[] {
  const leaving = EDGES.filter(({ from }) => from === state).flatMap(({ plank }) => plank ?? []);
  return [...new Set([STATE_PLANKS[state], ...leaving])];
}
