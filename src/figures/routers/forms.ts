export type Point = readonly [x: number, y: number];

/** How lettering stands at its place. */
export interface Lettering {
  readonly anchor: 'start' | 'middle' | 'end';
}

type Place = Lettering & { readonly x: number; readonly y: number };

/** One of the two drawings: where everything stands, by places on the way. px. */
export interface Form {
  readonly width: number;
  readonly height: number;
  /** Half of a node's box. */
  readonly half: number;
  /** Size of the sockets' letters. */
  readonly letters: number;
  node(place: number): { readonly x: number; readonly y: number };
  title(place: number): Place;
  /** The addresses stand below one another. */
  address(place: number, row: number): Place;
  /** The link from a place to the next one. */
  link(place: number): readonly [Point, Point];
  /** Beside the node `place`, on its link to `neighbour`. */
  interface(place: number, neighbour: number): Place;
  /** An arrow from node to node; back runs on the other side of the link. */
  lane(from: number, to: number): readonly [Point, Point];
  /** What stands beside that arrow, row by row. */
  fact(from: number, to: number, row: number): Place;
  /** The packet on its way from node to node. */
  token(from: number, to: number): Point;
  /** What is said of a node at which something ends. */
  ending(place: number): {
    readonly leader: readonly [Point, Point];
    readonly cross: Point;
    readonly label: Place;
  };
}

const HALF = 17;
/** From the link to the arrows on either side. */
const LANE = 14;
/** Between a node and the ends of its arrows. */
const GAP = 5;
/** Room for the last octet of an interface's address, along a level link. */
const INTERFACE = 27;

/** The form of a width. Many nodes or long sockets do not stand side by side: then it is upright. */
export function formOf(width: 'wide' | 'narrow', nodes: number, widestFact: number): Form {
  const level = levelForm(nodes);
  const room = level.node(1).x - level.node(0).x - 2 * HALF - GAP;
  const fits = nodes > 1 && Math.max(widestFact * level.letters, 2 * INTERFACE) <= room;
  return width === 'wide' && fits ? level : uprightForm(width === 'wide' ? 560 : 288, nodes);
}

/** The way from left to right; there above the links, back below. */
function levelForm(nodes: number): Form {
  const [width, margin, y] = [560, 46, 132];
  const x = (place: number) => margin + (place * (width - 2 * margin)) / Math.max(1, nodes - 1);
  const side = (from: number, to: number) => (to > from ? 1 : -1);
  const between = (from: number, to: number) => (x(from) + x(to)) / 2;
  return {
    ...{ width, height: 222, half: HALF, letters: 11 },
    node: (place) => ({ x: x(place), y }),
    title: (place) => ({ x: x(place), y: 15, anchor: 'middle' }),
    address: (place, row) => ({ x: x(place), y: 31 + row * 14, anchor: 'middle' }),
    link: (place) => [
      [x(place) + HALF + INTERFACE, y],
      [x(place + 1) - HALF - INTERFACE, y],
    ],
    interface: (place, neighbour) => ({
      ...{ x: x(place) + side(place, neighbour) * (HALF + GAP), y: y + 4 },
      anchor: neighbour > place ? 'start' : 'end',
    }),
    lane(from, to) {
      const level = y - side(from, to) * LANE;
      const inset = side(from, to) * (HALF + GAP);
      return [
        [x(from) + inset, level],
        [x(to) - inset, level],
      ];
    },
    fact: (from, to, row) => ({
      ...{ x: between(from, to), y: (to > from ? 72 : 170) + row * 16 },
      anchor: 'middle',
    }),
    token: (from, to) => [between(from, to), y - side(from, to) * LANE],
    ending: (place) => ({
      leader: [
        [x(place), y + HALF],
        [x(place), y + HALF + 42],
      ],
      cross: [x(place), y + HALF + 49],
      label: { x: x(place), y: y + HALF + 69, anchor: 'middle' },
    }),
  };
}

/** The way from top to bottom; there on the left of the links, back on the right. */
function uprightForm(width: number, nodes: number): Form {
  const [x, top, step] = [width / 2, 24, 122];
  const y = (place: number) => top + place * step;
  const side = (from: number, to: number) => (to > from ? 1 : -1);
  const between = (from: number, to: number) => (y(from) + y(to)) / 2;
  const beside = LANE + 13;
  return {
    ...{ width, height: y(nodes - 1) + top, half: HALF, letters: 12 },
    node: (place) => ({ x, y: y(place) }),
    title: (place) => ({ x: x - HALF - 10, y: y(place) + 5, anchor: 'end' }),
    address: (place, row) => ({ x: x + HALF + 10, y: y(place) + 4 + row * 15, anchor: 'start' }),
    link: (place) => [
      [x, y(place) + HALF + 19],
      [x, y(place + 1) - HALF - 19],
    ],
    interface: (place, neighbour) => ({
      ...{ x, y: y(place) + side(place, neighbour) * (HALF + 10) + 4 },
      anchor: 'middle',
    }),
    lane(from, to) {
      const level = x - side(from, to) * LANE;
      const inset = side(from, to) * (HALF + GAP);
      return [
        [level, y(from) + inset],
        [level, y(to) - inset],
      ];
    },
    fact: (from, to, row) => ({
      ...{ x: x - side(from, to) * beside, y: between(from, to) - 13 + row * 18 },
      anchor: to > from ? 'end' : 'start',
    }),
    token: (from, to) => [x, between(from, to)],
    ending: (place) => ({
      leader: [
        [x - HALF, y(place)],
        [x - HALF, y(place)],
      ],
      cross: [x - HALF - 16, y(place) + 22],
      label: { x: x - HALF - 28, y: y(place) + 26, anchor: 'end' },
    }),
  };
}
