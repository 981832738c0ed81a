import type { Engine } from './engine.ts';
import { PLACES } from './places.ts';
import type { NamedPlanks, Parts, Planks } from './planks.ts';
import { reference } from './reference.ts';
import { learnerActs } from './running.ts';

/** Places that are not planks: they take any cells, checks or timeouts. */
const ANYTHING: readonly string[] = ['cells', 'checks', 'timeouts'] satisfies (keyof NamedPlanks)[];

/** Is this the name of a plank, which a lab can take out of the engine? */
export function isPlank(name: string): boolean {
  if (ANYTHING.includes(name)) return false;
  return Object.hasOwn(PLACES, name) || Object.hasOwn(reference.functions, name);
}

/** The same function, or the same record of functions, which also notes that it is the learner's. */
function marked<P>(plank: P): P {
  if (typeof plank === 'object' && plank !== null) {
    const own = Object.entries(plank).map(([name, one]) => [name, marked<unknown>(one)]);
    return Object.fromEntries(own) as P;
  }
  if (typeof plank !== 'function') return plank;
  return ((...args: unknown[]) => {
    learnerActs();
    return (plank as (...args: unknown[]) => unknown)(...args);
  }) as P;
}

/**
 * The engine `base` with some planks replaced: the whole trick of the course. `base` stays as it is.
 *
 * @example withPlanks(reference, { listen: (tcb, seg, act) => act.reset(seg) })
 */
export function withPlanks(base: Engine, planks: Partial<Planks>): Engine {
  const parts: Parts = {
    cells: { ...base.cells },
    steps: { ...base.steps },
    checks: { ...base.checks },
    timeouts: { ...base.timeouts },
  };
  const functions: Record<string, unknown> = {};
  for (const [name, plank] of Object.entries(planks)) {
    if (plank === undefined) continue;
    if (name in PLACES) place(parts, name as keyof NamedPlanks, marked(plank) as never);
    else functions[name] = marked(plank);
  }
  return {
    ...parts,
    functions: { ...base.functions, ...functions },
    learners: [...base.learners, ...Object.keys(planks)],
  };
}

function place<N extends keyof NamedPlanks>(parts: Parts, name: N, plank: NamedPlanks[N]): void {
  PLACES[name](parts, plank);
}
