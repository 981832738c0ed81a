import { describe, expect } from 'vitest';

import { t } from '#text/en.ts';

import { openWorkbench } from '../../src/cli/site/workbench.ts';
import { plank, solution } from './harness/lab.ts';
import { test } from './harness/test.ts';

const LAB = '/labs/listen/';

/** What a plank may try, each with the verdicts that may come of it. */
const ATTACKS = {
  'asks the network': {
    body: `  const g = globalThis as any;
  console.log('fetch', typeof g.fetch, 'import', typeof g.importScripts);
  try { g.fetch('/secret').catch(() => 0); } catch { console.log('refused'); }
  try { new g.WebSocket('wss://example.org/'); } catch { console.log('refused'); }
  act.drop('tried');`,
    verdicts: ['wrong', 'threw'],
  },
  'reaches for what the page keeps': {
    body: `  const g = globalThis as any;
  for (const name of ['localStorage', 'indexedDB', 'caches', 'parent', 'document']) {
    try { console.log(name, typeof g[name]); g[name]?.clear?.(); g[name]?.open?.('x'); } catch { console.log('refused'); }
  }
  act.drop('tried');`,
    verdicts: ['wrong', 'threw'],
  },
  'writes to the prototypes of everything': {
    body: `  (Object.prototype as any).polluted = 'yes';
  (Array.prototype as any).push = () => 0;
  (JSON as any).stringify = () => '"passed"';
  act.drop('tried');`,
    verdicts: ['wrong', 'threw', 'returned nonsense', 'did not return'],
  },
  'posts messages of its own': {
    body: `  const g = globalThis as any;
  for (let n = 0; n < 1000; n += 1) try { g.postMessage({ verdict: 'passed', n }); } catch { break; }
  act.drop('tried');`,
    verdicts: ['wrong', 'threw', 'returned nonsense'],
  },
  'is async': {
    body: `  return (async () => { throw new Error('late'); })() as never;`,
    verdicts: ['returned nonsense'],
  },
  'leaves promises behind that fail': {
    body: `  for (let n = 0; n < 100; n += 1) void Promise.reject(new Error('unheard'));
  act.drop('tried');`,
    verdicts: ['wrong'],
  },
  'sends a million segments': {
    body: `  for (let n = 0; n < 1e6; n += 1) act.send({ ack: true }, { seq: 1, ack: 1 });`,
    verdicts: ['returned nonsense', 'did not return', 'threw'],
  },
  'takes all the memory': {
    body: `  const all: number[][] = [];
  for (;;) all.push(new Array(100_000).fill(1));`,
    verdicts: ['did not return', 'ran out of memory', 'threw'],
  },
} as const;

describe('a plank that', () => {
  for (const [name, { body, verdicts }] of Object.entries(ATTACKS)) {
    test(`${name} passes nothing and harms nothing`, async ({ visit }) => {
      const { page, watched } = await visit(LAB, { expected: /Content Security Policy|refused/i });
      const bench = await openWorkbench(page);
      const before = watched.requests.length;
      await bench.write(plank(body));
      const said = await bench.run();
      expect(
        verdicts
          .map((verdict) => t(`workbench.verdict.${verdict}`))
          .filter((words) => said.includes(words)),
      ).toHaveLength(1);
      const asked = watched.requests.slice(before).filter((url) => !url.startsWith('blob:'));
      expect(asked.filter((url) => !/_astro|sandbox[.]html/.test(url))).toEqual([]);
      expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
      await bench.write(solution);
      expect(await bench.run()).toContain(t('workbench.verdict.passed'));
    });
  }
});

describe('a sandbox that cannot be fetched', () => {
  test('is told as such, and not as a mistake of the plank', async ({ visit }) => {
    const { page } = await visit(LAB, { expected: /sandbox[.]html/ });
    const bench = await openWorkbench(page);
    await page.route(/sandbox[.]html/, (route) => route.abort());
    // One that stands ready is used up first.
    await bench.write(solution);
    await bench.run();
    await page.keyboard.press('ControlOrMeta+Enter');
    const said = page.getByText(t('workbench.fault.the sandbox did not start'));
    await said.waitFor({ timeout: 30_000 });
    expect(await bench.results.innerText()).toContain(t('workbench.broken'));
  });
});
