/** `npm run bench`: how long a verdict takes in the browser, and how fast the engine is. */
import { course } from '../../course.config.ts';
import { connectionsPerSecond } from './bench/engine.ts';
import { quantile } from './bench/statistics.ts';
import { verdictTimes } from './bench/verdict.ts';
import { table } from './budgets/table.ts';
import { run } from './cli-error.ts';

const RUNS = 30;

/** What a learner should wait at most, from pressing Run to the verdict, warm, ms. */
const GOAL = 300;

await run(async () => {
  const rows: string[][] = [];
  for (const lab of course.labs) {
    const times = await verdictTimes(lab, RUNS);
    const ms = (p: number) => `${quantile(times, p).toFixed(0)} ms`;
    rows.push([lab, String(times.length), ms(0.5), ms(0.95), ms(1)]);
  }
  console.log(`\nVerdict on a whole lab, warm, from the key to the result (goal ${GOAL} ms)`);
  console.log(table(['lab', 'runs', 'median', '95 %', 'longest'], rows));
  console.log('\nThe engine: connections opened and closed per second, two hosts, Trace included');
  console.log(table(['', 'per second'], [['median', connectionsPerSecond().toFixed(0)]]));
  return 0;
});
