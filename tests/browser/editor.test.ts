import { describe, expect } from 'vitest';

import { t } from '#text/en.ts';

import { openWorkbench, readyWorkbench } from '../../src/cli/site/workbench.ts';
import { axeProblems } from './harness/axe.ts';
import { isInside, kindButton, LAB, openLight, textOf } from './harness/editors.ts';
import { plank, solution } from './harness/lab.ts';
import { test } from './harness/test.ts';

const WRONG_TYPE = plank("  act.become('SYN-RCVD');");
const PHONE = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true } as const;

/** Requests for Monaco or TypeScript. */
function heavy(requests: readonly string[]): readonly string[] {
  return requests
    .filter((url) => /monaco|[.]worker-|tsMode|codicon|editor[.]api/.test(url))
    .filter((url) => !url.includes('judge.worker'));
}

describe('the choice of an editor', () => {
  test('a touch screen gets the light one, and no byte of the full one', async ({ visit }) => {
    const { page, watched } = await visit(LAB, PHONE);
    const bench = await openWorkbench(page);
    expect(await kindButton(bench, 'light').getAttribute('aria-pressed')).toBe('true');
    await bench.root.locator('.cm-content').waitFor();
    const size = await bench.editor.evaluate((e) => parseFloat(getComputedStyle(e).fontSize));
    expect(size).toBeGreaterThanOrEqual(16);
    expect(heavy(watched.requests)).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(wide, 'the page scrolls sideways').toBe(false);
  });

  test('a desktop gets the full one; the choice made once counts next time', async ({ visit }) => {
    const { page } = await visit(LAB);
    const first = await openWorkbench(page);
    expect(await kindButton(first, 'full').getAttribute('aria-pressed')).toBe('true');
    await kindButton(first, 'light').click();
    await first.root.locator('.cm-content').waitFor();
    await page.reload();
    const bench = await openWorkbench(page);
    expect(await bench.root.locator('.cm-content').count()).toBe(1);
    expect(await bench.root.locator('.monaco-editor').count()).toBe(0);
  });

  test('swapping keeps the text, the caret, the draft and what undo knows', async ({ visit }) => {
    const { page } = await visit(LAB);
    const bench = await openWorkbench(page);
    await bench.write('const first = 1;\nconst second = 2;\n');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('End');
    await kindButton(bench, 'light').click();
    await bench.root.locator('.cm-content').waitFor();
    expect(await textOf(bench)).toBe('const first = 1;\nconst second = 2;\n');
    await bench.editor.focus();
    await page.keyboard.type(' // here');
    expect(await textOf(bench)).toBe('const first = 1;\nconst second = 2; // here\n');
    await kindButton(bench, 'full').click();
    await bench.root.locator('.monaco-editor').first().waitFor();
    const monaco = bench.root.locator('.wb-monaco .view-lines');
    await monaco.getByText('second = 2; // here').waitFor();
    // One undo takes back what was written in the light editor, and no more.
    await bench.editor.focus();
    await page.keyboard.press('ControlOrMeta+Z');
    await monaco.getByText('// here').waitFor({ state: 'detached' });
    expect(await monaco.innerText()).toContain('second');
    await page.waitForTimeout(600);
    await page.reload();
    await openWorkbench(page);
    await bench.root.getByText('second').first().waitFor();
  });
});

test('the full editor marks a wrong type, and no list that begins empty', async ({ visit }) => {
  const { page } = await visit(LAB);
  const bench = await openWorkbench(page);
  await bench.write(plank("  const seen = [];\n  seen.push(seg.seq);\n  act.drop('nobody');"));
  expect(await bench.run()).toContain(t('workbench.verdict.wrong'));
  const marks = bench.root.locator('.squiggly-error');
  await expect.poll(() => marks.count()).toBe(0);
  await bench.write(plank("  const seen = [];\n  seen.push(seg.seq);\n  act.become('SYN-RCVD');"));
  await expect.poll(() => marks.count(), { timeout: 10_000 }).toBe(1);
});

describe('the light editor', () => {
  test('shows errors of syntax in words while one types, and leads to them', async ({ visit }) => {
    const { page, bench } = await openLight(visit);
    await bench.write('const a = 1;\nconst = 2;\n');
    const problem = bench.root.locator('.wb-syntax button');
    await problem.waitFor();
    expect(await problem.innerText()).toContain(t('workbench.line', { line: 2 }));
    expect(await problem.innerText()).toContain(t('workbench.syntax.unexpected', { token: '=' }));
    expect(await bench.root.locator('.cm-lint-marker-error').count()).toBe(1);
    await problem.press('Enter');
    expect(await isInside(bench)).toBe(true);
    await page.keyboard.type('b ');
    await problem.waitFor({ state: 'detached' });
    expect(await textOf(bench)).toBe('const a = 1;\nconst b = 2;\n');
  });

  test('fetches the type checker at Run, finds an error of types, and marks it', async ({
    visit,
  }) => {
    const { bench, watched } = await openLight(visit);
    await bench.write(WRONG_TYPE);
    expect(heavy(watched.requests)).toEqual([]);
    await bench.run(60_000);
    const fetched = new Set(heavy(watched.requests).map((url) => new URL(url).pathname));
    expect([...fetched]).toEqual([expect.stringMatching(/ts[.]worker-/)]);
    const problem = bench.results.getByRole('button').filter({ hasText: 'SYN-RCVD' });
    expect(await problem.count()).toBe(1);
    expect(await bench.root.locator('.cm-lint-marker-error').count()).toBe(1);
    await problem.press('Enter');
    expect(await isInside(bench)).toBe(true);
    await bench.write(solution);
    expect(await bench.run(60_000)).toContain(t('workbench.verdict.passed'));
    expect(await bench.root.getByText(t('workbench.types.unchecked')).count()).toBe(0);
  });

  test('says how far the type checker has come, and runs without it if told so', async ({
    visit,
  }) => {
    const { page, bench } = await openLight(visit);
    // A link on which the checker never arrives.
    await page.route(/ts[.]worker-/, () => undefined);
    await bench.write(solution);
    await page.keyboard.press('ControlOrMeta+Enter');
    const fetching = bench.root.getByRole('region', { name: t('workbench.types') });
    await fetching.getByRole('progressbar').waitFor();
    expect(await fetching.innerText()).toMatch(/0[.]0 of 1[.]\d MB/);
    await fetching.getByRole('button', { name: t('workbench.types.skip') }).click();
    await bench.root.getByText(t('workbench.verdict.passed')).first().waitFor();
    await bench.root.getByText(t('workbench.types.unchecked')).first().waitFor();
    // The next run does not ask again; the box says why.
    await bench.editor.focus();
    await bench.write(WRONG_TYPE);
    await bench.run();
    expect(await fetching.count()).toBe(0);
    const box = bench.root.getByRole('checkbox').first();
    expect(await box.isChecked()).toBe(false);
  });

  test('gives up a run for which one does not want to wait', async ({ visit }) => {
    const { page, bench } = await openLight(visit);
    await page.route(/ts[.]worker-/, () => undefined);
    await bench.editor.focus();
    await page.keyboard.press('ControlOrMeta+Enter');
    await bench.root.getByRole('button', { name: t('workbench.types.cancel') }).click();
    await bench.results.getByText(t('workbench.stopped')).waitFor();
  });

  test('offers to go on when the type checker does not come', async ({ visit }) => {
    const { page } = await visit(LAB, { expected: /ts[.]worker|Failed to load|failed/i });
    await page.getByRole('button', { name: t('lab.open.light') }).click();
    const bench = await readyWorkbench(page);
    await page.route(/ts[.]worker-/, (route) => route.abort());
    await bench.write(solution);
    await page.keyboard.press('ControlOrMeta+Enter');
    await bench.root.getByText(t('workbench.types.failed')).waitFor();
    await page.unroute(/ts[.]worker-/);
    await bench.root.getByRole('button', { name: t('workbench.retry') }).click();
    await bench.root.getByText(t('workbench.verdict.passed')).first().waitFor();
  });

  test('undo, redo and find are there', async ({ visit }) => {
    const { page, bench } = await openLight(visit);
    await bench.write('let needle = 1;\nlet hay = 2;\n');
    await page.waitForTimeout(600);
    await page.keyboard.type('more');
    await page.keyboard.press('ControlOrMeta+Z');
    expect(await textOf(bench)).toBe('let needle = 1;\nlet hay = 2;\n');
    await page.keyboard.press('ControlOrMeta+Shift+Z');
    expect(await textOf(bench)).toContain('more');
    await page.keyboard.press('ControlOrMeta+F');
    await page.keyboard.type('needle');
    await page.keyboard.press('Enter');
    expect(await bench.root.locator('.cm-searchMatch').count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await isInside(bench)).toBe(true);
  });
});

test('Format formats in both editors', async ({ visit }) => {
  const { page, bench } = await openLight(visit);
  await bench.write('if (true) {\nfoo();   \n}\n');
  await bench.root.getByRole('button', { name: t('workbench.format'), exact: true }).click();
  await expect.poll(() => textOf(bench)).toBe('if (true) {\n  foo();\n}\n');
  await kindButton(bench, 'full').click();
  const lines = bench.root.locator('.wb-monaco .view-line');
  await lines.first().waitFor();
  await bench.write('if(true){\nfoo( );\n}\n');
  await bench.root.getByRole('button', { name: t('workbench.format'), exact: true }).click();
  await bench.root.locator('.wb-monaco').getByText('if (true) {').waitFor();
  await page.keyboard.press('Escape');
});

describe.each(['light', 'dark'] as const)('axe, %s', (colorScheme) => {
  for (const [name, device] of [
    ['wide', {}],
    ['narrow', PHONE],
  ] as const) {
    test(`finds nothing in the light editor, ${name}`, async ({ visit }) => {
      const { page } = await visit(LAB, { colorScheme, ...device });
      await page.getByRole('button', { name: t('lab.open.light') }).click();
      const bench = await readyWorkbench(page);
      await bench.write('const = 1;\n');
      await bench.root.locator('.wb-syntax button').waitFor();
      expect(await axeProblems(page), 'with an error').toEqual([]);
      await page.keyboard.press('ControlOrMeta+F');
      await bench.root.locator('.cm-search').waitFor();
      expect(await axeProblems(page), 'with the search').toEqual([]);
      await page.route(/ts[.]worker-/, () => undefined);
      await page.keyboard.press('ControlOrMeta+Enter');
      await bench.root.getByRole('region', { name: t('workbench.types') }).waitFor();
      expect(await axeProblems(page), 'while types are fetched').toEqual([]);
    });
  }
});
