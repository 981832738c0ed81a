import type { Engine, Functions, Plank } from './engine.ts';
import { learnerActs } from './running.ts';
import type { State } from './state.ts';

/** The planks that can be replaced, under the names by which a lab's solution exports them. */
export interface Planks extends Functions {
  /** CLOSED × SEGMENT ARRIVES. */
  readonly closed: Plank;
  /** LISTEN × SEGMENT ARRIVES. */
  readonly listen: Plank;
  /** SYN-SENT × SEGMENT ARRIVES. */
  readonly synSent: Plank;
}

/** The cell that each segment-handling plank fills. */
const CELL_OF = {
  closed: 'CLOSED',
  listen: 'LISTEN',
  synSent: 'SYN-SENT',
} as const satisfies Partial<Record<keyof Planks, State>>;

/** The same function, which also notes that it is the learner's. */
function marked<A extends never[], R>(plank: (...args: A) => R): (...args: A) => R {
  return (...args) => {
    learnerActs();
    return plank(...args);
  };
}

/**
 * The engine `base` with some planks replaced: the whole trick of the course. `base` stays as it is.
 *
 * @example withPlanks(reference, { listen: (tcb, seg, act) => act.reset(seg) })
 */
export function withPlanks(base: Engine, planks: Partial<Planks>): Engine {
  const { closed, listen, synSent, ...functions } = planks;
  const handlers = { closed, listen, synSent };
  const cells = { ...base.cells };
  for (const name of Object.keys(CELL_OF) as (keyof typeof CELL_OF)[]) {
    const plank = handlers[name];
    if (plank === undefined) continue;
    const state = CELL_OF[name];
    Object.assign(cells, { [state]: { ...cells[state], 'SEGMENT-ARRIVES': marked(plank) } });
  }
  const own = Object.entries(functions).map(([name, plank]) => [
    name,
    marked(plank as (...args: never[]) => unknown),
  ]);
  return {
    ...base,
    cells,
    functions: { ...base.functions, ...Object.fromEntries(own) },
    learners: [...base.learners, ...Object.keys(planks)],
  };
}
