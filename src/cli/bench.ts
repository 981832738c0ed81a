/**
 * `npm run bench`: how fast the engine is, how long a verdict takes in the browser, and how fast long
 * figures are there. `npm run bench -- engine`, `-- verdict` or `-- figures` for one of them.
 */
import { course } from '../../course.config.ts';
import { ladderSpeeds } from './bench/figures.ts';
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

/**
 * What a long ladder should reach: ms to open one of so many entries, frames per second in others. The
 * short one says what the page and this machine take of it: the others are to be held against it.
 */
const LADDER_GOALS: Readonly<Record<number, { open?: number; frames?: number }>> = {
  30: {},
  200: { frames: 60 },
  5_000: { frames: 20 },
  10_000: { open: 1_000 },
};
/** A screen of 60 Hz shows at most so many, and a clock in the page never measures that exactly. */
const FULL_RATE = 0.95;

const PARTS: Readonly<Record<string, () => Promise<void>>> = { engine, verdict, figures };

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

async function figures(): Promise<void> {
  const sizes = Object.keys(LADDER_GOALS).map(Number);
  const rows = (await ladderSpeeds(sizes)).map(({ entries, ...speed }) => {
    const { open, frames } = LADDER_GOALS[entries] ?? {};
    const goals = [
      ...(open === undefined ? [] : [goal(`opens in ${open} ms`, speed.open <= open)]),
      ...(frames === undefined
        ? []
        : [goal(`${frames} per second`, Math.min(speed.drag, speed.keys) >= frames * FULL_RATE)]),
    ];
    const whole = [speed.open, speed.wake, speed.drag, speed.keys, speed.slow].map((n) =>
      n.toFixed(0),
    );
    return [entries.toLocaleString('en'), ...whole, ...goals];
  });
  console.log('\nA ladder with a long trace in a chapter, in Chromium at 1280 px');
  const head = [
    'entries',
    'open ms',
    'wake ms',
    'dragged fps',
    'by keys fps',
    'slow frame ms',
    'goal',
  ];
  console.log(table(head, rows));
}

function goal(what: string, isReached: boolean): string {
  return `${what}: ${isReached ? 'yes' : 'NO'}`;
}
