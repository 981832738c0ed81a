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

/**
 * Where the pins of a state are: short lines to what the figure does not draw, mostly CLOSED. They
 * leave one side side by side, or stand on a stem as a comb, its teeth to the left or right.
 */
export interface PinPlace {
  readonly side: Side;
  /** Where the first pin leaves, or the stem, from the side's middle, px. */
  readonly at: number;
  readonly comb?: 'left' | 'right';
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
  /** `null`: there is no room for words; the lines bear the numbers of the table. */
  readonly labels: Readonly<Record<string, LabelPlace>> | null;
  readonly pins: Readonly<Partial<Record<State, PinPlace>>>;
  /** From one pin to the next, and how long each is, px. */
  readonly pin: { readonly step: number; readonly length: number; readonly size: number };
  /** States in ss's shorter spelling. */
  readonly small: boolean;
}

const on = (x: number, y: number): LabelPlace => ({ at: 'on', x, y });
const left = (x: number, y: number): LabelPlace => ({ at: 'left', x, y });
const right = (x: number, y: number): LabelPlace => ({ at: 'right', x, y });

/**
 * With words. Whoever opens and closes first runs down the left, the other side down the right, as in
 * a ladder. It fits the column of a chapter.
 */
export const WIDE: Form = {
  width: 660,
  height: 816,
  box: { width: 116, height: 44 },
  places: {
    CLOSED: [342, 34],
    LISTEN: [506, 130],
    'SYN-SENT': [184, 236],
    'SYN-RECEIVED': [506, 236],
    ESTABLISHED: [342, 366],
    'FIN-WAIT-1': [184, 482],
    'CLOSE-WAIT': [506, 482],
    'FIN-WAIT-2': [124, 610],
    CLOSING: [306, 610],
    'LAST-ACK': [506, 610],
    'TIME-WAIT': [184, 738],
    'CLOSED again': [506, 738],
  },
  routes: {
    'CLOSED SYN-SENT': { out: ['left', -6], into: ['top', -16] },
    'CLOSED LISTEN': { out: ['right', -6], into: ['top', 12] },
    'SYN-SENT CLOSED': { out: ['top', 18], into: ['left', 12] },
    'LISTEN CLOSED': { out: ['top', -24], into: ['right', 12] },
    'LISTEN SYN-SENT': { out: ['left', 8], into: ['top', 44] },
    'LISTEN SYN-RECEIVED': { out: ['bottom', -12], into: ['top', -12] },
    'SYN-SENT SYN-RECEIVED': { out: ['right'], into: ['left'] },
    'SYN-RECEIVED LISTEN': { out: ['top', 16], into: ['bottom', 16] },
    'SYN-SENT ESTABLISHED': { out: ['bottom'], into: ['left'] },
    'SYN-RECEIVED ESTABLISHED': { out: ['bottom', -20], into: ['right'] },
    'SYN-RECEIVED FIN-WAIT-1': { out: ['right'], into: ['top', 32], bends: [638, 404] },
    'ESTABLISHED FIN-WAIT-1': { out: ['bottom', -36], into: ['top', -14], bends: [434] },
    'ESTABLISHED CLOSE-WAIT': { out: ['bottom', 36], into: ['top'], bends: [434] },
    'FIN-WAIT-1 FIN-WAIT-2': { out: ['bottom', -44], into: ['top', 16] },
    'FIN-WAIT-1 CLOSING': { out: ['bottom', 42], into: ['top'], bends: [532] },
    'FIN-WAIT-1 TIME-WAIT': { out: ['bottom', 18], into: ['top', 18] },
    'FIN-WAIT-2 TIME-WAIT': { out: ['bottom', -30], into: ['left'] },
    'CLOSING TIME-WAIT': { out: ['bottom', 22], into: ['right'] },
    'CLOSE-WAIT LAST-ACK': { out: ['bottom'], into: ['top'] },
    'LAST-ACK CLOSED': { out: ['bottom'], into: ['top'] },
    'TIME-WAIT CLOSED': { out: ['bottom', 14], into: ['bottom'], bends: [788] },
  },
  labels: {
    'CLOSED SYN-SENT': left(160, 130),
    'CLOSED LISTEN': right(526, 62),
    'SYN-SENT CLOSED': right(210, 88),
    'LISTEN CLOSED': left(474, 80),
    'LISTEN SYN-SENT': on(345, 138),
    'LISTEN SYN-RECEIVED': left(486, 184),
    'SYN-SENT SYN-RECEIVED': on(345, 236),
    'SYN-RECEIVED LISTEN': right(530, 184),
    'SYN-SENT ESTABLISHED': on(232, 366),
    'SYN-RECEIVED ESTABLISHED': left(478, 310),
    'SYN-RECEIVED FIN-WAIT-1': left(630, 374),
    'ESTABLISHED FIN-WAIT-1': on(262, 434),
    'ESTABLISHED CLOSE-WAIT': on(442, 434),
    'FIN-WAIT-1 FIN-WAIT-2': left(132, 546),
    'FIN-WAIT-1 CLOSING': right(314, 562),
    'FIN-WAIT-1 TIME-WAIT': right(210, 676),
    'FIN-WAIT-2 TIME-WAIT': right(102, 686),
    'CLOSING TIME-WAIT': right(336, 676),
    'CLOSE-WAIT LAST-ACK': right(514, 546),
    'LAST-ACK CLOSED': right(514, 674),
    'TIME-WAIT CLOSED': on(352, 788),
  },
  pins: {
    LISTEN: { side: 'right', at: 0 },
    'SYN-SENT': { side: 'left', at: -13 },
    'SYN-RECEIVED': { side: 'bottom', at: 10, comb: 'right' },
    ESTABLISHED: { side: 'top', at: -50, comb: 'right' },
    'FIN-WAIT-1': { side: 'left', at: -19.5 },
    'FIN-WAIT-2': { side: 'left', at: -19.5 },
    'CLOSE-WAIT': { side: 'right', at: -19.5 },
    CLOSING: { side: 'right', at: -13 },
    'LAST-ACK': { side: 'right', at: -13 },
    'TIME-WAIT': { side: 'bottom', at: -34, comb: 'left' },
  },
  pin: { step: 13, length: 11, size: 6 },
  small: false,
};

/** A phone: the boxes keep their sides; instead of words the lines bear the numbers of the table. */
export const NARROW: Form = {
  width: 358,
  height: 648,
  box: { width: 92, height: 34 },
  places: {
    CLOSED: [179, 26],
    LISTEN: [280, 104],
    'SYN-SENT': [78, 188],
    'SYN-RECEIVED': [280, 188],
    ESTABLISHED: [179, 292],
    'FIN-WAIT-1': [78, 394],
    'CLOSE-WAIT': [280, 394],
    'FIN-WAIT-2': [68, 494],
    CLOSING: [178, 494],
    'LAST-ACK': [284, 494],
    'TIME-WAIT': [78, 594],
    'CLOSED again': [284, 594],
  },
  routes: {
    'CLOSED SYN-SENT': { out: ['left', -6], into: ['top', -20] },
    'CLOSED LISTEN': { out: ['right', -6], into: ['top', 18] },
    'SYN-SENT CLOSED': { out: ['top', 4], into: ['left', 9] },
    'LISTEN CLOSED': { out: ['top', -14], into: ['right', 9] },
    'LISTEN SYN-SENT': { out: ['left'], into: ['top', 28] },
    'LISTEN SYN-RECEIVED': { out: ['bottom', -16], into: ['top', -16] },
    'SYN-SENT SYN-RECEIVED': { out: ['right'], into: ['left'] },
    'SYN-RECEIVED LISTEN': { out: ['top', 16], into: ['bottom', 16] },
    'SYN-SENT ESTABLISHED': { out: ['bottom'], into: ['left'] },
    'SYN-RECEIVED ESTABLISHED': { out: ['bottom', -14], into: ['right'] },
    'SYN-RECEIVED FIN-WAIT-1': { out: ['right'], into: ['top', 28], bends: [346, 330] },
    'ESTABLISHED FIN-WAIT-1': { out: ['bottom', -26], into: ['top', -10], bends: [354] },
    'ESTABLISHED CLOSE-WAIT': { out: ['bottom', 26], into: ['top'], bends: [354] },
    'FIN-WAIT-1 FIN-WAIT-2': { out: ['bottom', -30], into: ['top', -20] },
    'FIN-WAIT-1 CLOSING': { out: ['bottom', 16], into: ['top'], bends: [444] },
    'FIN-WAIT-1 TIME-WAIT': { out: ['bottom', 44], into: ['top', 44] },
    'FIN-WAIT-2 TIME-WAIT': { out: ['bottom', -8], into: ['top', -18] },
    'CLOSING TIME-WAIT': { out: ['bottom'], into: ['right'] },
    'CLOSE-WAIT LAST-ACK': { out: ['bottom'], into: ['top', -4] },
    'LAST-ACK CLOSED': { out: ['bottom'], into: ['top'] },
    'TIME-WAIT CLOSED': { out: ['bottom'], into: ['bottom'], bends: [634] },
  },
  labels: null,
  pins: {
    LISTEN: { side: 'right', at: 0 },
    'SYN-SENT': { side: 'left', at: -9 },
    'SYN-RECEIVED': { side: 'bottom', at: 4 },
    ESTABLISHED: { side: 'top', at: -13.5 },
    'FIN-WAIT-1': { side: 'left', at: -13.5 },
    'FIN-WAIT-2': { side: 'left', at: -13.5 },
    'CLOSE-WAIT': { side: 'right', at: -13.5 },
    CLOSING: { side: 'bottom', at: 14 },
    'LAST-ACK': { side: 'right', at: -9 },
    'TIME-WAIT': { side: 'left', at: -9 },
  },
  pin: { step: 9, length: 7, size: 6 },
  small: true,
};
