import { isGoodEnd, wrongIn } from './properties.ts';
import type { Model } from './model.ts';
import {
  createWorld,
  firstOf,
  keyOf,
  type Move,
  type Situation,
  stepsFrom,
  type World,
} from './situation.ts';

/** A way to a situation in which something is wrong: the shortest there is. */
export interface Counterexample {
  readonly what: string;
  readonly path: readonly { readonly move: Move; readonly after: Situation }[];
}

/** What a search has found. */
export interface Exploration {
  readonly world: World;
  readonly states: number;
  /** Events on the longest of the shortest ways. */
  readonly depth: number;
  readonly counterexample: Counterexample | null;
}

/** Where a situation was reached from first, by which event. */
interface Origin {
  readonly from: number;
  readonly move: Move;
  readonly depth: number;
}

/** Beyond this a model has lost its bounds. */
const MOST_STATES = 1_000_000;

/**
 * Goes through all situations of the model, breadth first. Looks at each by itself, then asks of
 * each whether a good end can be reached from it without losses and without lost patience.
 */
export function explore(model: Model): Exploration {
  const world = createWorld(model);
  const situations: Situation[] = [];
  const origins: (Origin | null)[] = [];
  const numbers = new Map<string, number>();
  const friendly: { readonly from: number[]; readonly to: number[] } = { from: [], to: [] };

  const enter = (situation: Situation, origin: Origin | null): number => {
    const key = keyOf(situation);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, situations.length);
    situations.push(situation);
    origins.push(origin);
    return situations.length - 1;
  };
  const pathTo = (n: number): Counterexample['path'] => {
    const path: { move: Move; after: Situation }[] = [];
    for (let at = n; ;) {
      const origin = origins[at];
      const after = situations[at];
      if (origin === null || origin === undefined || after === undefined) return path.reverse();
      path.push({ move: origin.move, after });
      at = origin.from;
    }
  };
  const found = (what: string, at: number): Exploration => ({
    world,
    states: situations.length,
    depth: origins.at(-1)?.depth ?? 0,
    counterexample: { what, path: pathTo(at) },
  });

  enter(firstOf(world), null);
  for (let at = 0; at < situations.length; at += 1) {
    const here = situations[at] as Situation;
    const wrong = wrongIn(world, here);
    if (wrong !== null) return found(wrong, at);
    if (situations.length > MOST_STATES) return found(`more than ${MOST_STATES} situations`, at);
    for (const step of stepsFrom(world, here)) {
      const depth = (origins[at]?.depth ?? 0) + 1;
      const to = enter(step.next, { from: at, move: step.move, depth });
      if (step.wrong !== null) {
        const bad = found(step.wrong, at);
        const path = [...pathTo(at), { move: step.move, after: step.next }];
        return { ...bad, counterexample: { what: step.wrong, path } };
      }
      if (!step.friendly) continue;
      friendly.from.push(at);
      friendly.to.push(to);
    }
  }

  const stuck = firstStuck(situations.length, friendly, (n) =>
    isGoodEnd(world, situations[n] as Situation),
  );
  if (stuck !== null) return found('from here no way leads to a good end', stuck);
  return {
    world,
    states: situations.length,
    depth: origins.at(-1)?.depth ?? 0,
    counterexample: null,
  };
}

/** The first situation from which the edges lead to none that `isGood`; `null` if there is none. */
function firstStuck(
  count: number,
  edges: { readonly from: readonly number[]; readonly to: readonly number[] },
  isGood: (n: number) => boolean,
): number | null {
  // Edges sorted by where they lead: those into `n` lie from starts[n] to starts[n + 1].
  const starts = new Uint32Array(count + 1);
  for (const to of edges.to) starts[to + 1] = (starts[to + 1] ?? 0) + 1;
  for (let n = 0; n < count; n += 1) starts[n + 1] = (starts[n + 1] ?? 0) + (starts[n] ?? 0);
  const sources = new Uint32Array(edges.to.length);
  const free = starts.slice();
  edges.to.forEach((to, e) => {
    const place = free[to] ?? 0;
    free[to] = place + 1;
    sources[place] = edges.from[e] ?? 0;
  });

  const safe = new Uint8Array(count);
  const waiting: number[] = [];
  const mark = (n: number) => {
    if (safe[n] === 1) return;
    safe[n] = 1;
    waiting.push(n);
  };
  for (let n = 0; n < count; n += 1) if (isGood(n)) mark(n);
  for (let n = waiting.pop(); n !== undefined; n = waiting.pop()) {
    for (let e = starts[n] ?? 0; e < (starts[n + 1] ?? 0); e += 1) mark(sources[e] ?? 0);
  }
  const stuck = safe.indexOf(0);
  return stuck === -1 ? null : stuck;
}
