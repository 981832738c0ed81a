import type { State } from '#tcp';
import type { ConnectionBias, Happening } from '../bias.ts';

/** A step on the way to a state: what a happening means where nothing is odd, or an OPEN. */
export type Move = Happening | 'listen' | 'connect';

/** How a connection is led to a state. */
export interface Way {
  readonly opened: 'passive' | 'active' | null;
  readonly moves: readonly Move[];
}

const way = (...moves: readonly Move[]): Way => {
  const [first] = moves;
  return { opened: first === 'listen' ? 'passive' : first === 'connect' ? 'active' : null, moves };
};

/** To ESTABLISHED: we are called, we call, and both call at once. */
const OPENINGS: readonly (readonly Move[])[] = [
  ['listen', 'syn', 'ack'],
  ['connect', 'syn-ack'],
  ['connect', 'syn', 'syn-ack'],
];

const opened = (...moves: readonly Move[]): readonly Way[] =>
  OPENINGS.map((opening) => way(...opening, ...moves));

/** The ways to each state, the shortest first. */
const WAYS: Readonly<Record<State, readonly Way[]>> = {
  CLOSED: [way(), way(), way('connect', 'abort'), way('connect', 'syn-ack', 'abort')],
  LISTEN: [way('listen')],
  'SYN-SENT': [way('connect'), way('connect'), way('connect'), way('connect', 'abort', 'connect')],
  'SYN-RECEIVED': [way('listen', 'syn'), way('connect', 'syn')],
  ESTABLISHED: opened(),
  'FIN-WAIT-1': [...opened('shutdown'), ...opened('close')],
  'FIN-WAIT-2': [...opened('shutdown', 'ack'), ...opened('close', 'ack')],
  'CLOSE-WAIT': opened('fin'),
  CLOSING: [...opened('shutdown', 'crossing fin'), ...opened('close', 'crossing fin')],
  'LAST-ACK': [...opened('fin', 'shutdown'), ...opened('fin', 'close')],
  'TIME-WAIT': [
    ...opened('shutdown', 'fin'),
    ...opened('shutdown', 'ack', 'fin'),
    ...opened('shutdown', 'crossing fin', 'ack'),
  ],
};

/** All ways that a bias asks for: each state as often as it is named. */
export function waysFor({ states, opened: how }: ConnectionBias): readonly Way[] {
  const lists = (how ?? [null]).flatMap((origin) =>
    states.map((state) =>
      WAYS[state].filter(({ opened }) => [opened, origin].includes(null) || opened === origin),
    ),
  );
  // A state with many ways is not drawn more often than one with few.
  const most = Math.max(...lists.map(({ length }) => length));
  return lists.flatMap((list) =>
    Array.from({ length: Math.ceil(most / Math.max(1, list.length)) }, () => list).flat(),
  );
}
