import { type Form, type Line, type Measure, middle, type Run, sideOf } from './forms.ts';

const [WIDTH, MARGIN] = [560, 46];
const HALF = 18;
const LETTERS = 11;
const NODE = 60;
/** Where the first journey begins, and how far behind the end of one the next begins. */
const [START, NEXT] = [152, 78];
/** How far an arrow sinks from node to node: time runs downwards. */
const SINK = 12;
/** Between a node's box and an address on its link, and that address itself. */
const [GAP, INTERFACE] = [5, 27];
/** Between a lifeline and what belongs to it. */
const CLEAR = 5;
const ROW = 15;

const stepOf = (nodes: number): number => (WIDTH - 2 * MARGIN) / Math.max(1, nodes - 1);

/** Is there room for the sockets, and for two addresses on each link? */
export function levelRoom({ nodes, widest }: Measure): boolean {
  const step = stepOf(nodes);
  const sockets = widest * LETTERS + 2 * CLEAR;
  const link = 2 * (HALF + GAP + INTERFACE) + 12;
  return nodes > 1 && Math.max(sockets, link) <= step;
}

/**
 * The way from left to right. Below each node runs its line, as in a ladder: what travels sinks from
 * line to line, and what comes back stands below.
 */
export function levelForm({ nodes, legs }: Measure): Form {
  const x = (place: number) => MARGIN + place * stepOf(nodes);
  const start = (journey: number): number =>
    journey === 0 ? START : start(journey - 1) + (legs[journey - 1] ?? 0) * SINK + NEXT;
  const y = ({ journey, leg }: Run) => start(journey) + leg * SINK;
  const last = Math.max(0, legs.length - 1);
  const ends = [START + (nodes - 1) * SINK, start(last) + (legs[last] ?? 0) * SINK];
  const height = Math.max(...ends) + 26;
  const lane = (run: Run): Line => [
    [x(run.from), y(run)],
    [x(run.to), y(run) + SINK],
  ];
  return {
    ...{ width: WIDTH, height, half: HALF, letters: LETTERS, room: stepOf(nodes) - 8 },
    node: (place) => ({ x: x(place), y: NODE }),
    title: (place) => ({ x: x(place), y: 14, anchor: 'middle' }),
    address(place, row, of) {
      if (of === 1) return { x: x(place), y: 31, anchor: 'middle' };
      return { x: x(place) + (row === 0 ? -7 : 7), y: 31, anchor: row === 0 ? 'end' : 'start' };
    },
    link: (place) => [
      [x(place) + HALF + GAP + INTERFACE, NODE],
      [x(place + 1) - HALF - GAP - INTERFACE, NODE],
    ],
    interface: (place, neighbour) => ({
      ...{ x: x(place) + sideOf({ from: place, to: neighbour }) * (HALF + GAP), y: NODE + 4 },
      anchor: neighbour > place ? 'start' : 'end',
    }),
    lifeline: (place) => [
      [x(place), NODE + HALF],
      [x(place), height],
    ],
    lane,
    fact: (run, row) => ({
      ...{ x: middle(lane(run))[0], y: y(run) - 14 - (2 - row) * ROW },
      anchor: 'middle',
    }),
    token(run, kind, tokenWidth) {
      if (kind === 'leg') return middle(lane(run));
      const [, [end, level]] = lane(run);
      // What ends leaves the place free that says so.
      const short = kind === 'at' ? 0 : tokenWidth / 2 + CLEAR;
      return [end - sideOf(run) * short, level - (SINK * short) / stepOf(nodes)];
    },
    ending(run) {
      const [, [end, level]] = lane(run);
      const side = sideOf(run);
      return {
        cross: [end + side * 14, level + (SINK * 14) / stepOf(nodes)],
        label: { x: end + side * 8, y: level + 25, anchor: side > 0 ? 'start' : 'end' },
      };
    },
  };
}
