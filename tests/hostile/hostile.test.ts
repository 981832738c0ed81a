import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile } from '#judge/compile/compile.ts';
import { ROOT } from '../../src/cli/paths.ts';
import { FAMILIES } from '../attacks/families.ts';
import { BROWSERS } from './browsers.ts';
import type { Judged } from './page.ts';
import { openHostilePage, type HostilePage } from './site.ts';

const ATTACKS = Object.values(FAMILIES).flat();

/** The page may be held up for so long, ms. */
const RESPONSIVE = 100;
/** So often a program is judged again before the page counts as held up. */
const AGAIN = 3;

let site: HostilePage;
beforeAll(async () => {
  site = await openHostilePage();
}, 120_000);
afterAll(() => site.close());

describe.each(BROWSERS.filter(({ launch }) => launch !== null))('in $name', ({ launch }) => {
  let browser: Browser;
  let page: Page;
  // One page for all: what a program leaves behind shall not hurt the next.
  beforeAll(async () => {
    if (launch === null) throw new Error('it was filtered out');
    browser = await launch();
    page = await browser.newPage();
    // A page that is still loading is held up by itself.
    await page.goto(site.url, { waitUntil: 'networkidle0' });
  }, 60_000);
  afterAll(() => browser.close());

  const judge = (js: string): Promise<Judged> =>
    page.evaluate((program) => judgeProgram('listen', program), js);

  it.each(ATTACKS)('$name', { timeout: 60_000 }, async ({ js }) => {
    const before = site.caught.length;
    // Whatever it means to reach, it shall find somebody who listens.
    const program = js.replaceAll('127.0.0.1:9/', site.url.replace('http://', '') + 'caught/');
    let judged = await judge(program);
    // A machine that was busy for a moment is no proof. A program that holds the page up does it each time.
    for (let more = 0; more < AGAIN && judged.blocked > RESPONSIVE; more += 1) {
      judged = await judge(program);
    }
    expect(judged.error).toBe('');
    expect(judged.verdict).not.toBe('passed');
    expect(judged.isHeld).toBe(true);
    expect(judged.blocked).toBeLessThan(RESPONSIVE);
    expect(site.caught.slice(before)).toEqual([]);
  });

  it('the next run is fine', { timeout: 60_000 }, async () => {
    const solution = readFileSync(join(ROOT, 'labs/listen/solution.ts'), 'utf8');
    expect(await judge(compile(solution).js)).toMatchObject({ verdict: 'passed', isHeld: false });
  });
});
