import { describe, expect } from 'vitest';

import { t } from '#text/en.ts';

import { openWorkbench, readyWorkbench } from '../../src/cli/site/workbench.ts';
import { answer, hasRun, openScript, runScript } from './harness/bench.ts';
import { plank, solution } from './harness/lab.ts';
import { test } from './harness/test.ts';
import { linkToCase, linkToScript } from '../../src/workbench/bench/link/case-link.ts';
import { wordsBefore } from './harness/words.ts';

const LAB = '/labs/listen/';
const SCRIPT = `0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
0 bind(3, ..., ...) = 0
0 listen(3, 1) = 0
0.1 < S 0:0(0) win 65535 <mss 1460>
`;

describe('a script of one’s own', () => {
  test('is played on theirs beside the reference', async ({ visit }) => {
    const { page } = await visit(LAB);
    const bench = await openWorkbench(page);
    await bench.write(solution);
    const box = await openScript(bench);
    expect(await box.inputValue()).toContain('< S');
    expect(await runScript(bench)).toBe(t('workbench.script.same'));
    await bench.write(plank("  act.drop('nobody');"));
    expect(await runScript(bench)).toBe(t('workbench.script.differs'));
    expect(
      await bench.results.getByRole('img', { name: t('workbench.ladder.theirs') }).count(),
    ).toBe(1);
    expect(await bench.root.locator('.wb-plank.laid').count()).toBe(0);
  });

  test('that cannot be read is marked at its line', async ({ visit }) => {
    const { page } = await visit(LAB);
    const bench = await openWorkbench(page);
    const box = await openScript(bench);
    await box.fill(`${SCRIPT}0.2 < Z 1:1(0)\n`);
    await box.press('ControlOrMeta+Enter');
    const remark = bench.root.locator('.wb-remarks button');
    await remark.waitFor();
    expect(await remark.innerText()).toContain(t('workbench.line', { line: 5 }));
    await remark.press('Enter');
    expect(await box.evaluate((node) => node === document.activeElement)).toBe(true);
    expect(await box.evaluate((node: HTMLTextAreaElement) => node.selectionStart)).toBeGreaterThan(
      SCRIPT.length - 1,
    );
    await page.keyboard.press('Tab');
    expect(await box.evaluate((node) => node === document.activeElement)).toBe(false);
  });

  test('that expects what the reference does not do is said to, beside what came of it', async ({
    visit,
  }) => {
    const { page } = await visit(LAB);
    const bench = await openWorkbench(page);
    await bench.write(solution);
    const box = await openScript(bench);
    await box.fill(`${SCRIPT}0.1 > R 0:0(0)\n`);
    const [unmet, same] = [t('workbench.script.unmet'), t('workbench.script.same')];
    expect(await runScript(bench)).toBe(`${unmet} ${same}`);
    const played = bench.root.locator('.wb-played');
    expect(await played.innerText()).toContain(same);
    await played.getByRole('button', { name: t('workbench.run.script') }).waitFor();
    expect(await bench.root.locator('.wb-remarks button').count()).toBe(1);
  });

  test('is there after a reload', async ({ visit }) => {
    const { page } = await visit(LAB);
    const box = await openScript(await openWorkbench(page));
    await box.fill(`${SCRIPT}// mine\n`);
    await page.reload();
    const again = await openScript(await openWorkbench(page));
    expect(await again.inputValue()).toBe(`${SCRIPT}// mine\n`);
  });
});

describe('a link to a case', () => {
  test('opens its script, runs nothing, and takes nothing away', async ({ visit }) => {
    const { page, url } = await visit(LAB);
    const first = await openScript(await openWorkbench(page));
    await first.fill(`${SCRIPT}// mine\n`);
    await page.goto('about:blank');
    await page.goto(url(LAB) + String(await linkToScript(`${SCRIPT}// from a friend\n`)));
    const bench = await readyWorkbench(page);
    const box = bench.root.getByRole('textbox', { name: t('workbench.script.label') });
    expect(await box.inputValue()).toContain('// from a friend');
    await bench.root.getByText(t('workbench.script.from.link')).waitFor();
    await page.waitForTimeout(500);
    expect(await hasRun(page)).toBe(false);
    const pad = bench.root.locator('.wb-scratch');
    expect(await pad.getByText(t('workbench.script.idle')).count()).toBe(1);
    await answer(bench, t('workbench.script.back'));
    expect(await box.inputValue()).toContain('// mine');
  });

  test('of the suite marks it, runs nothing, and offers to run it', async ({ visit }) => {
    const { page } = await visit(`${LAB}${linkToCase('syn-is-answered')}`, { site: 'path' });
    const bench = await readyWorkbench(page);
    await bench.root.getByText(wordsBefore('workbench.link.case', 'name')).waitFor();
    expect(await bench.root.locator('[data-case="syn-is-answered"][data-linked]').count()).toBe(1);
    await page.waitForTimeout(500);
    expect(await hasRun(page)).toBe(false);
    await answer(bench, t('workbench.case.run'));
    await page.waitForFunction(() => performance.getEntriesByName('bench:run').length === 1);
    expect(await bench.results.locator('.wb-case.bad').count()).toBe(1);
  });

  test('is copied, and leads back to the case', async ({ visit }) => {
    const { page, context } = await visit(LAB, { site: 'path' });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const bench = await openWorkbench(page);
    await bench.run();
    await bench.results
      .getByRole('button', { name: t('workbench.case.link') })
      .first()
      .click();
    await bench.root.getByText(t('workbench.link.copied')).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(/\/labs\/listen\/#case=[\w.-]+$/);
    await page.goto('about:blank');
    await page.goto(link);
    await readyWorkbench(page);
    await page.getByText(wordsBefore('workbench.link.case', 'name')).waitFor();
  });

  for (const [fragment, why] of [
    ['no-such-case', 'unknown'],
    ['pkt.!!!', 'broken'],
    ['<img src=x onerror=alert(1)>', 'broken'],
    [`pkt.${'A'.repeat(40_000)}`, 'too long'],
  ] as const) {
    test(`that is ${why} is told so: ${fragment.slice(0, 20)}`, async ({ visit }) => {
      const { page } = await visit(`${LAB}#case=${fragment}`);
      const bench = await readyWorkbench(page);
      await bench.root.getByText(t(`workbench.link.${why}`)).waitFor();
      // The focus is still with the page.
      expect(await bench.run()).toContain(t('workbench.verdict.wrong'));
    });
  }
});
