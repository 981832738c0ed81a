import type { State, Timer } from '#tcp';
import type { Box } from './box.ts';
import type { LabelPlace } from './flights.ts';
import type { Form } from './form.ts';
import type { TimeScale } from './scale.ts';
import type { Flight } from './score.ts';
import type { Pen } from './segment.ts';

/** A ladder as plain records: everything is decided, only the drawing is left. px and ms. */
export interface Geometry {
  readonly form: Form;
  readonly height: number;
  readonly scale: TimeScale;
  /** First and last time at which anything happens. */
  readonly start: number;
  readonly end: number;
  /** Where the lifelines end. */
  readonly bottom: number;
  readonly hosts: readonly HostHead[];
  readonly lanes: readonly Lane[];
  readonly names: readonly Name[];
  readonly folds: readonly FoldMark[];
  readonly grid: readonly number[];
  readonly ruler: Ruler | null;
  readonly brackets: readonly BracketMark[];
  readonly flights: readonly FlightMark[];
}

/** `-1` is the left side, `1` the right: the direction from the lifeline outwards. */
export type Side = -1 | 1;

export interface HostHead {
  readonly name: string;
  readonly side: Side;
  readonly x: number;
  readonly title: string;
  /** `10.77.0.1:40001`, or empty. */
  readonly address: string;
}

/** The colour family of a state: the event that leads to it. TIME-WAIT is hatched. */
export type Wash = 'none' | 'syn' | 'data' | 'fin' | 'wait';

export interface Lane {
  readonly host: string;
  readonly x: number;
  readonly y1: number;
  readonly y2: number;
  /** When it begins, and when it ends. */
  readonly t1: number;
  readonly t2: number;
  /** `null` where a capture does not tell. */
  readonly state: State | null;
  readonly wash: Wash;
  /** The learner's plank acts in it. */
  readonly mine: boolean;
}

/** What stands beside the lane at one time: a user call in italics, a state, or both. */
export interface Name {
  readonly host: string;
  readonly side: Side;
  readonly t: number;
  /** The edge of the text towards the lifeline, and the height of the tick there. */
  readonly x: number;
  readonly y: number;
  /** The height of the time itself: the tick bends if there is no room for the text beside it. */
  readonly tickY: number | null;
  readonly call: { readonly text: string; readonly y: number } | null;
  readonly state: { readonly text: string; readonly y: number } | null;
  /** The frame of a state that differs from the reference. */
  readonly frame: Box | null;
}

export interface FoldMark {
  readonly y: number;
  readonly text: string;
  /** Estimated width of the text. */
  readonly width: number;
}

export interface Ruler {
  readonly x: number;
  /** The ruler stops at a fold and starts again behind it. */
  readonly spans: readonly (readonly [y1: number, y2: number])[];
  readonly ticks: readonly { readonly y: number; readonly text: string }[];
}

export interface BracketMark {
  readonly timer: Timer;
  readonly x: number;
  readonly side: Side;
  readonly y1: number;
  readonly y2: number;
  readonly t1: number;
  readonly t2: number;
  readonly end: 'expired' | 'cut' | 'open';
  readonly label: { readonly text: string; readonly y: number; readonly box: Box } | null;
}

export interface FlightMark {
  readonly flight: Flight;
  readonly pen: Pen;
  readonly chevron: boolean;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** How far it comes before it is lost, from 0 to 1; `null` if it arrives. */
  readonly lost: number | null;
  readonly label: LabelPlace | null;
  /** The boxes that the label takes. */
  readonly boxes: readonly Box[];
}
