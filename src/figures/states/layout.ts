import { STATES, type State } from '#tcp/state.ts';
import { EDGES, STATE_PLANKS, type Edge } from './edges.ts';
import type { Form, LabelPlace, Place, Port, Side } from './forms.ts';

export type Point = readonly [x: number, y: number];

/** A state's box. */
export interface Node {
  readonly state: State;
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
}

/** The whole diagram as geometry. */
export interface Diagram {
  readonly form: Form;
  readonly nodes: readonly Node[];
  readonly lines: readonly Line[];
}

/** Lays out the state diagram. Pure. */
export function layoutStates(form: Form): Diagram {
  const node = (state: State, place: Place): Node => {
    const [x, y] = form.places[place];
    return { state, again: place !== state, plank: STATE_PLANKS[state], x, y };
  };
  return {
    form,
    nodes: [...STATES.map((state) => node(state, state)), node('CLOSED', 'CLOSED again')],
    lines: EDGES.map((edge) => ({
      edge,
      points: route(edge, form),
      label: form.labels?.[edge.id] ?? null,
    })),
  };
}

/** The end of a life leads to the lower CLOSED. */
function target({ from, to }: Edge): Place {
  return to === 'CLOSED' && (from === 'LAST-ACK' || from === 'TIME-WAIT') ? 'CLOSED again' : to;
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
