import type { State } from '#tcp/state.ts';

/** A box of the diagram. CLOSED is drawn twice, so that no line has to climb. */
export type Place = State | 'CLOSED again';

export type Side = 'left' | 'right' | 'top' | 'bottom';

/** Where a line meets a box: the side, and how far from the side's middle, px. */
export type Port = readonly [side: Side, offset?: number];

/** How a line runs: out of one box and into another, square. `bends` are coordinates in between, x and y in turn. */
export interface Route {
  readonly out: Port;
  readonly into: Port;
  readonly bends?: readonly number[];
}

/** Where an edge's words stand: on its level stretch, or beside its upright one. */
export interface LabelPlace {
  readonly at: 'on' | 'left' | 'right';
  readonly x: number;
  readonly y: number;
}

/** One of the two drawings: where everything is, px. */
export interface Form {
  readonly width: number;
  readonly height: number;
  readonly box: { readonly width: number; readonly height: number };
  /** Middles of the boxes. */
  readonly places: Readonly<Record<Place, readonly [x: number, y: number]>>;
  /** By the edges' ids. */
  readonly routes: Readonly<Record<string, Route>>;
  /** `null`: there is no room for words. */
  readonly labels: Readonly<Record<string, LabelPlace>> | null;
  /** States in ss's shorter spelling. */
  readonly small: boolean;
}

const on = (x: number, y: number): LabelPlace => ({ at: 'on', x, y });
const left = (x: number, y: number): LabelPlace => ({ at: 'left', x, y });
const right = (x: number, y: number): LabelPlace => ({ at: 'right', x, y });

/** Whoever opens and closes first runs down the left, the other side down the right, as in a ladder. */
export const WIDE: Form = {
  width: 880,
  height: 832,
  box: { width: 148, height: 42 },
  places: {
    CLOSED: [430, 32],
    LISTEN: [690, 132],
    'SYN-SENT': [170, 244],
    'SYN-RECEIVED': [690, 244],
    ESTABLISHED: [430, 376],
    'FIN-WAIT-1': [170, 492],
    'CLOSE-WAIT': [690, 492],
    'FIN-WAIT-2': [84, 620],
    CLOSING: [330, 620],
    'LAST-ACK': [690, 620],
    'TIME-WAIT': [170, 748],
    'CLOSED again': [690, 748],
  },
  routes: {
    'CLOSED SYN-SENT': { out: ['left'], into: ['top'] },
    'CLOSED LISTEN': { out: ['right', -6], into: ['top'] },
    'SYN-SENT CLOSED': { out: ['top', 28], into: ['left', 12] },
    'LISTEN CLOSED': { out: ['top', -32], into: ['right', 10] },
    'LISTEN SYN-SENT': { out: ['left', 8], into: ['top', 56] },
    'LISTEN SYN-RECEIVED': { out: ['bottom', -8], into: ['top', -8] },
    'SYN-SENT SYN-RECEIVED': { out: ['right'], into: ['left'] },
    'SYN-RECEIVED LISTEN': { out: ['top', 22], into: ['bottom', 22] },
    'SYN-SENT ESTABLISHED': { out: ['bottom'], into: ['left'] },
    'SYN-RECEIVED ESTABLISHED': { out: ['bottom'], into: ['right'] },
    'SYN-RECEIVED FIN-WAIT-1': { out: ['right'], into: ['top', 32], bends: [816, 414] },
    'ESTABLISHED FIN-WAIT-1': { out: ['bottom', -52], into: ['top', -8], bends: [442] },
    'ESTABLISHED CLOSE-WAIT': { out: ['bottom', 52], into: ['top'], bends: [442] },
    'FIN-WAIT-1 FIN-WAIT-2': { out: ['bottom', -50], into: ['top', 36] },
    'FIN-WAIT-1 CLOSING': { out: ['bottom', 48], into: ['top'], bends: [548] },
    'FIN-WAIT-1 TIME-WAIT': { out: ['bottom', 6], into: ['top', 6] },
    'FIN-WAIT-2 TIME-WAIT': { out: ['bottom', -36], into: ['left'] },
    'CLOSING TIME-WAIT': { out: ['bottom'], into: ['right'] },
    'CLOSE-WAIT LAST-ACK': { out: ['bottom'], into: ['top'] },
    'LAST-ACK CLOSED': { out: ['bottom'], into: ['top'] },
    'TIME-WAIT CLOSED': { out: ['bottom'], into: ['bottom'], bends: [806] },
  },
  labels: {
    'CLOSED SYN-SENT': left(158, 130),
    'CLOSED LISTEN': right(702, 62),
    'SYN-SENT CLOSED': right(210, 112),
    'LISTEN CLOSED': left(648, 76),
    'LISTEN SYN-SENT': on(430, 140),
    'LISTEN SYN-RECEIVED': left(670, 188),
    'SYN-SENT SYN-RECEIVED': on(430, 244),
    'SYN-RECEIVED LISTEN': right(724, 188),
    'SYN-SENT ESTABLISHED': on(262, 376),
    'SYN-RECEIVED ESTABLISHED': on(600, 376),
    'SYN-RECEIVED FIN-WAIT-1': left(806, 320),
    'ESTABLISHED FIN-WAIT-1': on(290, 442),
    'ESTABLISHED CLOSE-WAIT': on(590, 442),
    'FIN-WAIT-1 FIN-WAIT-2': left(110, 556),
    'FIN-WAIT-1 CLOSING': right(342, 576),
    'FIN-WAIT-1 TIME-WAIT': right(188, 664),
    'FIN-WAIT-2 TIME-WAIT': right(60, 696),
    'CLOSING TIME-WAIT': right(342, 696),
    'CLOSE-WAIT LAST-ACK': right(702, 556),
    'LAST-ACK CLOSED': right(702, 684),
    'TIME-WAIT CLOSED': on(430, 806),
  },
  small: false,
};

/** A phone: the boxes keep their sides, the words go. */
export const NARROW: Form = {
  width: 358,
  height: 646,
  box: { width: 96, height: 34 },
  places: {
    CLOSED: [179, 24],
    LISTEN: [270, 102],
    'SYN-SENT': [76, 186],
    'SYN-RECEIVED': [270, 186],
    ESTABLISHED: [179, 290],
    'FIN-WAIT-1': [76, 392],
    'CLOSE-WAIT': [282, 392],
    'FIN-WAIT-2': [54, 492],
    CLOSING: [168, 492],
    'LAST-ACK': [282, 492],
    'TIME-WAIT': [76, 592],
    'CLOSED again': [282, 592],
  },
  routes: {
    'CLOSED SYN-SENT': { out: ['left', -5], into: ['top', -14] },
    'CLOSED LISTEN': { out: ['right', -5], into: ['top', 14] },
    'SYN-SENT CLOSED': { out: ['top', 6], into: ['left', 9] },
    'LISTEN CLOSED': { out: ['top', -12], into: ['right', 9] },
    'LISTEN SYN-SENT': { out: ['left'], into: ['top', 26] },
    'LISTEN SYN-RECEIVED': { out: ['bottom', -10], into: ['top', -10] },
    'SYN-SENT SYN-RECEIVED': { out: ['right'], into: ['left'] },
    'SYN-RECEIVED LISTEN': { out: ['top', 16], into: ['bottom', 16] },
    'SYN-SENT ESTABLISHED': { out: ['bottom'], into: ['left'] },
    'SYN-RECEIVED ESTABLISHED': { out: ['bottom'], into: ['right'] },
    'SYN-RECEIVED FIN-WAIT-1': { out: ['right'], into: ['top', 24], bends: [346, 326] },
    'ESTABLISHED FIN-WAIT-1': { out: ['bottom', -28], into: ['top', -6], bends: [346] },
    'ESTABLISHED CLOSE-WAIT': { out: ['bottom', 28], into: ['top'], bends: [346] },
    'FIN-WAIT-1 FIN-WAIT-2': { out: ['bottom', -30], into: ['top', -8] },
    'FIN-WAIT-1 CLOSING': { out: ['bottom', 20], into: ['top'], bends: [442] },
    'FIN-WAIT-1 TIME-WAIT': { out: ['bottom', 36], into: ['top', 36] },
    'FIN-WAIT-2 TIME-WAIT': { out: ['bottom', -8], into: ['top', -30] },
    'CLOSING TIME-WAIT': { out: ['bottom'], into: ['right'] },
    'CLOSE-WAIT LAST-ACK': { out: ['bottom'], into: ['top'] },
    'LAST-ACK CLOSED': { out: ['bottom'], into: ['top'] },
    'TIME-WAIT CLOSED': { out: ['bottom'], into: ['bottom'], bends: [634] },
  },
  labels: null,
  small: true,
};
