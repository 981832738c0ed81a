import { type Form, type Line, type Measure, type Run, sideOf } from './forms.ts';

const HALF = 17;
/** From the link to the arrows on either side. */
const LANE = 17;
/** Between a node and the ends of its arrows, and what is said of them. */
const GAP = 5;
const BESIDE = LANE + 11;
/** Sizes of the sockets’ letters: the smaller where they are long. */
const [LARGE, SMALL] = [12, 11];
const [TOP, STEP, ROW] = [24, 132, 18];
/** From a node to the packet that has just left it, or is about to come in. */
const DOOR = 27;

/**
 * The way from top to bottom; there on the left of the links, back on the right. It is as wide as is
 * wished, or as the longest sockets are.
 */
export function uprightForm(wished: number, { nodes, widest }: Measure): Form {
  const letters = BESIDE + widest * LARGE <= wished / 2 ? LARGE : SMALL;
  const width = Math.max(wished, Math.ceil(2 * (BESIDE + widest * letters)));
  const x = width / 2;
  const y = (place: number) => TOP + place * STEP;
  const lane = (run: Run): Line => {
    const level = x - sideOf(run) * LANE;
    const inset = sideOf(run) * (HALF + GAP);
    return [
      [level, y(run.from) + inset],
      [level, y(run.to) - inset],
    ];
  };
  const beside = (run: Run) => ({
    x: x - sideOf(run) * BESIDE,
    anchor: run.to > run.from ? ('end' as const) : ('start' as const),
  });
  return {
    ...{ width, height: y(nodes - 1) + TOP, half: HALF, letters, room: x - HALF - 14 },
    node: (place) => ({ x, y: y(place) }),
    title: (place) => ({ x: x - HALF - 10, y: y(place) + 5, anchor: 'end' }),
    address: (place, row, of) => ({
      ...{ x: x + HALF + 10, y: y(place) + 4 + (row - (of - 1) / 2) * 15 },
      anchor: 'start',
    }),
    link: (place) => [
      [x, y(place) + HALF + 19],
      [x, y(place + 1) - HALF - 19],
    ],
    interface: (place, neighbour) => ({
      ...{ x, y: y(place) + sideOf({ from: place, to: neighbour }) * (HALF + 10) + 4 },
      anchor: 'middle',
    }),
    lifeline: () => null,
    lane,
    fact: (run, row) => ({
      ...beside(run),
      y: (y(run.from) + y(run.to)) / 2 - 13 + row * ROW,
    }),
    // Between a node and what is said of the link: so it hides nothing of that.
    token: (run, kind) => [
      x,
      kind === 'leg' ? y(run.from) + sideOf(run) * DOOR : y(run.to) - sideOf(run) * DOOR,
    ],
    ending(run) {
      const [, [level, end]] = lane(run);
      const beyond = end + sideOf(run) * 2 * (HALF + GAP);
      return {
        cross: [level, beyond + sideOf(run) * 7],
        label: { ...beside(run), y: beyond + sideOf(run) * 7 + 5 },
      };
    },
  };
}
