/*
 * npm run model [-- TEXT]
 * Goes through everything that two hosts, their users and a bad network can come to, in small models.
 * Then the same with faults, which must be found. TEXT: only what has it in its name. With COURSE_DEEP
 * set, more goes wrong in each model.
 */
import { table } from './budgets/table.ts';
import { run } from './cli-error.ts';
import { reportChecks, type Check } from './counts.ts';
import { BROKEN } from './model/broken.ts';
import { explore, type Exploration } from './model/explore.ts';
import type { Model, Suspect } from './model/model.ts';
import { HOLES, models } from './model/models.ts';
import { counterexampleText } from './model/print.ts';

const rows: string[][] = [];

function search(model: Model): Exploration {
  const start = performance.now();
  const result = explore(model);
  const { lose, copy, early, giveUp } = model.budget;
  const seconds = ((performance.now() - start) / 1000).toFixed(2);
  const worst = `${lose} ${copy} ${early} ${giveUp}`;
  rows.push([model.id, worst, String(result.states), String(result.depth), seconds]);
  return result;
}

function mustHold(model: Model): Check {
  const { world, counterexample } = search(model);
  const problems = counterexample === null ? [] : counterexampleText(world, counterexample);
  return { name: `${model.id}: ${model.title}`, problems };
}

function mustBeFound({ model, why, shows }: Suspect): Check {
  const { world, counterexample } = search(model);
  const found = counterexample === null ? ['nothing'] : counterexampleText(world, counterexample);
  const isFound = counterexample !== null && shows.test(counterexample.what);
  const problems = isFound ? [] : [`expected ${shows.source}; found:`, ...found];
  const steps = counterexample?.path.length ?? 0;
  return { name: `${model.id}: ${why} (found in ${steps} events)`, problems };
}

await run(async () => {
  const wanted = process.argv[2] ?? '';
  const has = ({ id }: Model) => id.includes(wanted);
  const deep = process.env['COURSE_DEEP'] !== undefined;
  const suspects = [...HOLES, ...BROKEN].filter(({ model }) => has(model));
  const checks = [...models(deep).filter(has).map(mustHold), ...suspects.map(mustBeFound)];
  console.log('worst: segments lost, copied, sent again without need; hosts out of patience\n');
  console.log(table(['model', 'worst', 'states', 'depth', 'seconds'], rows));
  const { passed, failed } = reportChecks(checks);
  return failed > 0 || passed === 0 ? 1 : 0;
});
