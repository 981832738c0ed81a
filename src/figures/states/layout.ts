import { STATES, type State } from '#tcp/state.ts';
import { EDGES, STATE_PLANKS } from './edges.ts';
import type { Edge } from './edge.ts';
import type { Form, PinPlace, Place, Port, Side } from './forms.ts';
import type { Diagram, Node, Pin, Point } from './geometry.ts';
import { placeNumbers } from './numbers.ts';
import { isLine, target } from './target.ts';

/** Lays out the state diagram with all that can be switched on. Pure. */
export function layoutStates(form: Form): Diagram {
  const node = (state: State, place: Place): Node => {
    const [x, y] = form.places[place];
    return { state, place, again: place !== state, plank: STATE_PLANKS[state], x, y };
  };
  const nodes = [...STATES.map((state) => node(state, state)), node('CLOSED', 'CLOSED again')];
  const routed = EDGES.filter(isLine).map((edge) => ({ edge, points: route(edge, form) }));
  const numbers = form.labels === null ? placeNumbers(routed, nodes, form) : null;
  return {
    ...{ form, nodes, pins: STATES.flatMap((state) => pinsOf(state, form)) },
    lines: routed.map(({ edge, points }, i) => ({
      ...{ edge, points, label: form.labels?.[edge.id] ?? null },
      number: numbers?.[i] ?? null,
    })),
  };
}

const isLevel = (side: Side) => side === 'left' || side === 'right';

function route(edge: Edge, form: Form): readonly Point[] {
  const way = form.routes[edge.id];
  if (way === undefined) throw new Error(`The edge ${edge.id} has no route.`);
  const start = port(edge.from, way.out, form);
  const end = port(target(edge), way.into, form);
  const points: Point[] = [start];
  let level = isLevel(way.out[0]);
  let [x, y] = start;
  for (const bend of way.bends ?? []) {
    if (level) x = bend;
    else y = bend;
    points.push([x, y]);
    level = !level;
  }
  // The last corner, unless the line comes straight in.
  const corner: Point = level ? [end[0], y] : [x, end[1]];
  if (corner[0] !== end[0] || corner[1] !== end[1]) points.push(corner);
  return [...points, end];
}

function port(place: Place, [side, offset = 0]: Port, { places, box }: Form): Point {
  const [x, y] = places[place];
  const [w, h] = [box.width / 2, box.height / 2];
  switch (side) {
    case 'left':
      return [x - w, y + offset];
    case 'right':
      return [x + w, y + offset];
    case 'top':
      return [x + offset, y - h];
    case 'bottom':
      return [x + offset, y + h];
  }
}

function pinsOf(state: State, form: Form): readonly Pin[] {
  const place = form.pins[state];
  const edges = EDGES.filter((edge) => edge.from === state && !isLine(edge));
  if (place === undefined) return [];
  return edges.map((edge, i) =>
    place.comb === undefined
      ? straight(edge, i, place, form)
      : tooth(edge, i, edges.length, place, form),
  );
}

/** A pin by itself, straight out of its side. */
function straight(edge: Edge, i: number, { side, at }: PinPlace, form: Form): Pin {
  const { step, length } = form.pin;
  const [x, y] = port(edge.from, [side, at + i * step], form);
  const [dx, dy] = OUT[side];
  return {
    edge,
    side,
    points: [
      [x, y],
      [x + dx * length, y + dy * length],
    ],
  };
}

/** A tooth of a comb: along the stem, then to one side. */
function tooth(
  edge: Edge,
  i: number,
  count: number,
  { side, at, comb = 'right' }: PinPlace,
  form: Form,
): Pin {
  const { step, length } = form.pin;
  const [x, y] = port(edge.from, [side, at], form);
  const [, dy] = OUT[side];
  const [dx] = OUT[comb];
  // Read from above, the teeth come in their order on both sides of a box.
  const nth = side === 'top' ? count - 1 - i : i;
  const level = y + dy * (length + nth * step);
  return {
    edge,
    side: comb,
    points: [
      [x, y],
      [x, level],
      [x + dx * length, level],
    ],
  };
}

/** The way out of a box through each side. */
export const OUT: Readonly<Record<Side, Point>> = {
  left: [-1, 0],
  right: [1, 0],
  top: [0, -1],
  bottom: [0, 1],
};
