/**
 * `npm run bench`: how fast the engine is, and how long a verdict takes in the browser. `npm run
 * bench -- engine` or `-- verdict` for one of the two.
 */
import { course } from '../../course.config.ts';
import { loopbackPerSecond } from './bench/loopback.ts';
import { octetsPerConnection } from './bench/memory.ts';
import { openAndClosePerSecond } from './bench/open-close.ts';
import { quantile } from './bench/statistics.ts';
import { timeWaitGrowth } from './bench/time-wait.ts';
import { transferMs } from './bench/transfer.ts';
import { verdictTimes } from './bench/verdict.ts';
import { table } from './budgets/table.ts';
import { CliError, run } from './cli-error.ts';

const RUNS = 30;

/** What a learner should wait at most, from pressing Run to the verdict, ms. */
const WARM_GOAL = 500;
const COLD_GOAL = 2_500;

const BARE_GOAL = 50_000;
const FULL_GOAL = 25_000;

const PARTS: Readonly<Record<string, () => Promise<void>>> = { engine, verdict };

await run(async () => {
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((part) => !(part in PARTS));
  if (unknown !== undefined) {
    throw new CliError(
      `There is no part ${unknown}. There are: ${Object.keys(PARTS).join(', ')}.`,
      2,
    );
  }
  for (const [name, part] of Object.entries(PARTS)) {
    if (wanted.length === 0 || wanted.includes(name)) await part();
  }
  return 0;
});

async function engine(): Promise<void> {
  const rate = (perSecond: number) => `${Math.round(perSecond / 100) / 10} k`;
  console.log('\nConnections opened and closed per second, both ends simulated');
  const rows = [
    ['the hosts alone', rate(openAndClosePerSecond(false)), rate(BARE_GOAL)],
    ['with octets, checksums and Trace', rate(openAndClosePerSecond(true)), rate(FULL_GOAL)],
    ['Node over this kernel’s loopback', rate(await loopbackPerSecond()), ''],
  ];
  console.log(table(['', 'per second', 'goal'], rows));

  console.log('\nThe same, the hosts alone, while others are in TIME-WAIT');
  const growth = timeWaitGrowth([1_000, 10_000, 100_000, 1_000_000]);
  const first = growth[0]?.perSecond ?? Number.NaN;
  const cells = growth.map(({ entries, perSecond, octets }) => [
    entries.toLocaleString('en'),
    rate(perSecond),
    `${((perSecond / first) * 100).toFixed(0)} %`,
    octets.toFixed(0),
  ]);
  console.log(table(['entries', 'per second', 'of the first', 'octets each'], cells));
  console.log(
    `\n1 MB from one host to the other, with octets and checksums: ${transferMs().toFixed(0)} ms`,
  );
  console.log(`An open connection on one host: ${octetsPerConnection().toFixed(0)} octets`);
}

async function verdict(): Promise<void> {
  const rows: string[][] = [];
  for (const lab of course.labs) {
    const { cold, warm, judged, cases } = await verdictTimes(lab, RUNS);
    const whole = (number: number) => `${number.toFixed(0)} ms`;
    const ms = (p: number) => whole(quantile(warm, p));
    const perSecond = cases / (quantile(judged, 0.5) / 1_000);
    rows.push([
      ...[lab, String(cases), whole(cold), ms(0.5), ms(0.95), ms(1)],
      Math.round(perSecond).toLocaleString('en'),
    ]);
  }
  console.log(
    `\nVerdict on a whole lab, from the key to the result (goals: cold ${COLD_GOAL} ms, warm ${WARM_GOAL} ms)`,
  );
  const head = ['lab', 'cases', 'cold', 'median', '95 %', 'longest', 'cases per second'];
  console.log(table(head, rows));
}
