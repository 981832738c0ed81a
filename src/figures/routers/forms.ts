export type Point = readonly [x: number, y: number];
export type Line = readonly [from: Point, to: Point];

/** How lettering stands at its place. */
export interface Lettering {
  readonly anchor: 'start' | 'middle' | 'end';
}

export type Place = Lettering & { readonly x: number; readonly y: number };

/** A link that something runs along: the how manieth of which journey, between which nodes of the way. */
export interface Run {
  readonly journey: number;
  readonly leg: number;
  readonly from: number;
  readonly to: number;
}

/** What a form must know of a story. */
export interface Measure {
  readonly nodes: number;
  /** How many links each journey runs along. */
  readonly legs: readonly number[];
  /** The room that the longest socket takes, in letters of size 1. */
  readonly widest: number;
}

/** One of the two drawings: where everything stands. px. */
export interface Form {
  readonly width: number;
  readonly height: number;
  /** Half of a node's box. */
  readonly half: number;
  /** Size of the sockets' letters. */
  readonly letters: number;
  /** The room that a node's title and its address have. */
  readonly room: number;
  node(place: number): { readonly x: number; readonly y: number };
  title(place: number): Place;
  /** A node has one address, or one towards each side. */
  address(place: number, row: number, of: number): Place;
  /** The link from a place to the next one. */
  link(place: number): Line;
  /** Beside the node `place`, on its link to `neighbour`. */
  interface(place: number, neighbour: number): Place;
  /** A node's line through all that happens, if it has one. */
  lifeline(place: number): Line | null;
  /** An arrow from node to node. */
  lane(run: Run): Line;
  /** What stands beside that arrow, row by row. */
  fact(run: Run, row: number): Place;
  /** The packet, so wide, on that arrow, come to the node, or come to where it ends. */
  token(run: Run, kind: 'leg' | 'at' | 'end', width: number): Point;
  /** What is said of a node at which a run ends. */
  ending(run: Run): { readonly cross: Point; readonly label: Place };
}

/** The way that a run goes: 1 away from the first host, -1 towards it. */
export const sideOf = ({ from, to }: Pick<Run, 'from' | 'to'>): 1 | -1 => (to > from ? 1 : -1);

/** The middle of a line. */
export const middle = ([[x1, y1], [x2, y2]]: Line): Point => [(x1 + x2) / 2, (y1 + y2) / 2];
