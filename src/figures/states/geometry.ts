import type { State } from '#tcp/state.ts';
import type { Edge } from './edge.ts';
import type { Form, LabelPlace, Place, Side } from './forms.ts';

export type Point = readonly [x: number, y: number];

/** A state's box. */
export interface Node {
  readonly state: State;
  readonly place: Place;
  /** CLOSED is drawn a second time where lives end. */
  readonly again: boolean;
  readonly plank: string;
  /** Middle of the box, px. */
  readonly x: number;
  readonly y: number;
}

/** A transition's line: square, from box to box. */
export interface Line {
  readonly edge: Edge;
  readonly points: readonly Point[];
  readonly label: LabelPlace | null;
  /** Where its number stands, if it has no words. */
  readonly number: Point | null;
}

/** A transition that is drawn as a short line out of its state, to a word and no box. */
export interface Pin {
  readonly edge: Edge;
  readonly points: readonly Point[];
  /** Which way it points: its end lies on that side. */
  readonly side: Side;
}

/** The whole diagram as geometry. */
export interface Diagram {
  readonly form: Form;
  readonly nodes: readonly Node[];
  readonly lines: readonly Line[];
  readonly pins: readonly Pin[];
}
