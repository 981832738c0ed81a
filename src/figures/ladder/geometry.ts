import type { Endpoint, State, Timer } from '#tcp';
import type { Box, Point } from './box.ts';
import type { NodeKind } from './columns.ts';
import type { Form } from './form.ts';
import type { LabelPlace } from './flights.ts';
import type { TimeScale } from './scale.ts';
import type { Flight, Report } from './score.ts';
import type { Pen } from './segment.ts';
import type { Way } from './way.ts';

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
  /** Hosts, routers and NATs, from left to right. */
  readonly columns: readonly Column[];
  readonly hosts: readonly HostHead[];
  readonly lanes: readonly Lane[];
  readonly names: readonly Name[];
  readonly folds: readonly FoldMark[];
  readonly cuts: readonly CutMark[];
  readonly crashes: readonly CrashMark[];
  readonly grid: readonly number[];
  readonly ruler: Ruler | null;
  readonly brackets: readonly BracketMark[];
  readonly flights: readonly FlightMark[];
  readonly reports: readonly ReportMark[];
  /** Upright text: user calls of inner hosts, what a NAT rewrites, labels without room on their lines. */
  readonly notes: readonly Note[];
  /** How many labels found no place. Their segments are drawn, and told in the list. */
  readonly unlabelled: number;
  /** How many labels lie on another line. */
  readonly crowded: number;
}

/** `-1` is the left side, `1` the right: the direction from the lifeline outwards. */
export type Side = -1 | 1;

/** A lifeline. */
export interface Column {
  readonly name: string;
  readonly kind: NodeKind;
  readonly x: number;
  /** The side that is free of arrows; 0 for a column between others. */
  readonly side: Side | 0;
  /** From the lifeline to where arrows end: the half width of lanes that lie on an inner lifeline. */
  readonly half: number;
}

export interface HostHead {
  readonly name: string;
  readonly kind: NodeKind;
  /** On which side of the disc the title stands; 0: below it. */
  readonly side: Side | 0;
  /** Whose disc is filled: the host that stands first. */
  readonly first: boolean;
  readonly x: number;
  /** Where a title below the disc stands. */
  readonly titleX: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly title: string;
  /** `10.77.0.1:40001`, or empty. */
  readonly address: string;
}

/** The colour family of a state: the event that leads to it. TIME-WAIT is hatched. */
export type Wash = 'none' | 'syn' | 'data' | 'fin' | 'wait';

export interface Lane {
  readonly host: string;
  /** Which of the host's lanes it is, from 0: one for each connection that goes on at the same time. */
  readonly track: number;
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
  /** The state's name, written down the lane, where it does not stand beside it. */
  readonly lettering: { readonly text: string; readonly y: number } | null;
}

/** What stands beside the lane at one time: a user call in italics, a state, or both. */
export interface Name {
  readonly host: string;
  readonly side: Side;
  readonly t: number;
  /** The edge of the text towards the lifeline, and the height of the tick there. */
  readonly x: number;
  readonly y: number;
  /** Where the tick begins: at the lifeline. */
  readonly lifeX: number;
  /** The height of the time itself: the tick bends if there is no room for the text beside it. */
  readonly tickY: number | null;
  readonly call: { readonly text: string; readonly y: number } | null;
  readonly state: { readonly text: string; readonly y: number } | null;
  /** The frame of a state that differs from the reference. */
  readonly frame: Box | null;
}

export interface FoldMark {
  readonly y: number;
  /** Between what its text stands: lifelines. */
  readonly left: number;
  readonly right: number;
  readonly text: string;
  /** Estimated width of the text. */
  readonly width: number;
}

/** A link that is cut, until it is mended. */
export interface CutMark {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
  readonly t1: number;
  /** `Infinity`: it is not mended. */
  readonly t2: number;
  readonly texts: readonly Note[];
}

/** A host lost all its connections. */
export interface CrashMark {
  readonly host: string;
  readonly x: number;
  readonly y: number;
  readonly t: number;
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

/** A line of text that stands upright on the sheet. */
export interface Note {
  /** What it is, and how it is lettered. */
  readonly kind: 'call' | 'state' | 'nat' | 'cut' | 'label';
  /** In whose colour a label stands. */
  readonly pen?: Pen | 'icmp';
  readonly text: string;
  readonly x: number;
  /** Its baseline. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly t: number;
  readonly box: Box;
}

/** What the line of everything that travels has. */
interface LineMark {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** From where it leaves to where it is to go, by way of routers. */
  readonly way: Way;
  /**
   * Which part of the way it comes before it is lost, from 0 to 1; where it ends in what is known.
   * `null` if it arrives.
   */
  readonly lost: number | null;
  readonly label: LabelPlace | null;
  /** The boxes that the label takes. */
  readonly boxes: readonly Box[];
  readonly hops: readonly HopMark[];
  /** Where a fold lies across the line of what takes very long, from 0 to 1. */
  readonly breaks: readonly number[];
}

export interface FlightMark extends LineMark {
  readonly flight: Flight;
  readonly pen: Pen;
  readonly chevron: boolean;
}

/** An ICMP message. */
export interface ReportMark extends LineMark {
  readonly report: Report;
}

/** Where something comes to a router or a NAT. */
export interface HopMark {
  readonly node: string;
  readonly t: number;
  readonly at: Point;
  /** The time to live that it comes with, beside the line. */
  readonly ttl: {
    readonly text: string;
    readonly x: number;
    readonly y: number;
    readonly anchor: 'start' | 'end';
  } | null;
  /** A NAT wrote other sockets into it. */
  readonly rewritten: { readonly src: Endpoint; readonly dst: Endpoint } | null;
}
