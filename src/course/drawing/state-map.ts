import type { State } from '#tcp/state.ts';

/*
 * The little map beside a chapter: the states it is about, in the places that they have in the
 * large diagram, with the transitions between them. Opener to the left, answerer to the right.
 */

/** Left, middle or right column, and the row, of every state. */
const PLACES: Readonly<Record<State, readonly [column: 0 | 1 | 2, row: number]>> = {
  CLOSED: [1, 0],
  LISTEN: [2, 1],
  'SYN-SENT': [0, 2],
  'SYN-RECEIVED': [2, 2],
  ESTABLISHED: [1, 3],
  'FIN-WAIT-1': [0, 4],
  'CLOSE-WAIT': [2, 4],
  'FIN-WAIT-2': [0, 5],
  'LAST-ACK': [2, 5],
  // The middle column has no room beside both others: a state in it stands in a row of its own.
  CLOSING: [1, 6],
  'TIME-WAIT': [0, 7],
};

/** Transitions of RFC 9293 Figure 5 that go down the page. */
const EDGES: readonly (readonly [State, State])[] = [
  ['CLOSED', 'LISTEN'],
  ['CLOSED', 'SYN-SENT'],
  ['LISTEN', 'SYN-RECEIVED'],
  ['SYN-SENT', 'SYN-RECEIVED'],
  ['SYN-SENT', 'ESTABLISHED'],
  ['SYN-RECEIVED', 'ESTABLISHED'],
  ['ESTABLISHED', 'FIN-WAIT-1'],
  ['ESTABLISHED', 'CLOSE-WAIT'],
  ['FIN-WAIT-1', 'FIN-WAIT-2'],
  ['FIN-WAIT-1', 'CLOSING'],
  ['CLOSE-WAIT', 'LAST-ACK'],
  ['FIN-WAIT-2', 'TIME-WAIT'],
  ['CLOSING', 'TIME-WAIT'],
];

/** px. Three columns share the width of the margin; the names need this much of it. */
const WIDTH = 208;
const BOX = { width: 84, height: 22 };
const ROW = 43;

/** What a state belongs to: it gives the box its wash. */
export type Phase = 'opening' | 'open' | 'closing' | 'none';

export interface MapBox {
  readonly state: State;
  readonly phase: Phase;
  /** Centre of the box, px. */
  readonly x: number;
  readonly y: number;
}

export interface StateMap {
  readonly width: number;
  readonly height: number;
  readonly box: { readonly width: number; readonly height: number };
  readonly boxes: readonly MapBox[];
  /** Path data of the lines between boxes, square at the corners. */
  readonly lines: readonly string[];
}

/** The map of some states. Rows that none of them stands in are left out. */
export function stateMap(states: readonly State[]): StateMap {
  const rows = [...new Set(states.map((state) => PLACES[state][1]))].sort((a, b) => a - b);
  const boxes = states.map((state) => {
    const [column, row] = PLACES[state];
    const half = BOX.width / 2 + 0.75;
    return {
      state,
      phase: phaseOf(state),
      x: [half, WIDTH / 2, WIDTH - half][column] ?? 0,
      y: BOX.height / 2 + 1 + rows.indexOf(row) * ROW,
    };
  });
  const at = (state: State) => boxes.find((box) => box.state === state);
  const lines = EDGES.flatMap(([from, to]) => {
    const [a, b] = [at(from), at(to)];
    return a && b ? [line(a, b)] : [];
  });
  const height = BOX.height + 2 + (rows.length - 1) * ROW;
  return { width: WIDTH, height, box: BOX, boxes, lines };
}

/** Square, and first across where it comes from the middle or would go through the row between. */
function line(a: MapBox, b: MapBox): string {
  if (a.y === b.y) return `M${a.x} ${a.y}H${b.x}`;
  if (a.x === WIDTH / 2 || b.y - a.y > ROW) return `M${a.x} ${a.y}H${b.x}V${b.y}`;
  return `M${a.x} ${a.y}V${b.y}H${b.x}`;
}

function phaseOf(state: State): Phase {
  if (state === 'CLOSED' || state === 'LISTEN') return 'none';
  if (state === 'ESTABLISHED') return 'open';
  return state.startsWith('SYN') ? 'opening' : 'closing';
}
