import { STATES, type State } from '#tcp/state.ts';
import type { Edge } from './edge.ts';

/** Where the keyboard is on the diagram: at a state, or on an edge. */
export type Spot =
  | { readonly kind: 'state'; readonly state: State }
  | { readonly kind: 'edge'; readonly id: string };

/**
 * Where a key leads from a spot; `null` if nowhere. From a state, right goes onto its first way out,
 * left onto its first way in, up and down to other states. On an edge, right goes on to where it
 * leads, left back to where it begins, up and down to the other ways out of there.
 */
export function nextSpot(spot: Spot, key: string, edges: readonly Edge[]): Spot | null {
  if (key === 'Home') return stateSpot('CLOSED');
  if (key === 'End') return stateSpot(STATES.at(-1) ?? 'CLOSED');
  return spot.kind === 'state' ? fromState(spot.state, key, edges) : onEdge(spot.id, key, edges);
}

const stateSpot = (state: State): Spot => ({ kind: 'state', state });
const edgeSpot = (edge: Edge | undefined): Spot | null =>
  edge === undefined ? null : { kind: 'edge', id: edge.id };

function fromState(state: State, key: string, edges: readonly Edge[]): Spot | null {
  switch (key) {
    case 'ArrowRight':
      return edgeSpot(edges.find(({ from }) => from === state));
    case 'ArrowLeft':
      return edgeSpot(edges.find(({ to }) => to === state));
    case 'ArrowDown':
      return stateSpot(around(STATES, state, 1));
    case 'ArrowUp':
      return stateSpot(around(STATES, state, -1));
    default:
      return null;
  }
}

function onEdge(id: string, key: string, edges: readonly Edge[]): Spot | null {
  const edge = edges.find((each) => each.id === id);
  if (edge === undefined) return stateSpot('CLOSED');
  const ways = edges.filter(({ from }) => from === edge.from);
  switch (key) {
    case 'ArrowRight':
      return stateSpot(edge.to);
    case 'ArrowLeft':
      return stateSpot(edge.from);
    case 'ArrowDown':
      return edgeSpot(around(ways, edge, 1));
    case 'ArrowUp':
      return edgeSpot(around(ways, edge, -1));
    default:
      return null;
  }
}

/** The next one of a list that begins again after its end. */
function around<T>(all: readonly T[], one: T, by: 1 | -1): T {
  return all[(all.indexOf(one) + by + all.length) % all.length] ?? one;
}
