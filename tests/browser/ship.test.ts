import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { t } from '#text/en.ts';

import { openWorkbench } from '../../src/cli/site/workbench.ts';
import { finish } from './harness/finished.ts';
import { plank, solution } from './harness/lab.ts';
import { test } from './harness/test.ts';

const CHAPTER = '/handshake/three-way/';
const LAB = '/labs/listen/';

const solutionOf = (lab: string) =>
  readFileSync(join(import.meta.dirname, '../../labs', lab, 'solution.ts'), 'utf8');
/** Believes that a SYN takes no place in the sequence space. */
const SHORT = `import type { Segment } from 'tcp';
export { lt, leq, between } from 'tcp';
export const segLen = (seg: Segment): number => seg.data.length;
`;

/** Asks for code that runs a learner's TCP. */
const ofSandbox = (requests: readonly string[]) =>
  requests.filter((url) => /sandbox\.html|mine\.worker|sucrase/.test(url));

/** The chapter's first figure, with its switch. */
async function figure(page: Page) {
  const root = page.locator('#fig-a');
  await root.scrollIntoViewIfNeeded();
  await root.locator('tcp-ladder[data-ready]').waitFor();
  return {
    root,
    reference: root.getByRole('radio', { name: t('ship.figure.reference') }),
    mine: root.getByRole('radio', { name: /My TCP/ }),
    end: (name: string) => root.getByRole('checkbox', { name }),
    status: root.getByRole('status'),
    drawing: root.getByRole('img').locator('visible=true'),
  };
}

/** What a text of the interface says up to its first value. */
const begins = (key: string) => new RegExp(`^${t(key, VALUES).split('…')[0] ?? ''}`);
const VALUES = { ms: '…', the: '…', message: '…', what: '…', plank: '…' };

describe('a figure and the learner’s TCP', () => {
  test('without a plank of theirs there is no switch, and nothing is loaded for it', async ({
    visit,
  }) => {
    const { page, watched } = await visit(CHAPTER);
    const { mine } = await figure(page);
    expect(await mine.count()).toBe(0);
    expect(watched.requests.filter((url) => /offer\.|switch\./.test(url))).toEqual([]);
  });

  test('it is played by keyboard, at the ends the reader chooses, and back', async ({ visit }) => {
    const { page, watched } = await visit(CHAPTER);
    await finish(page, { listen: solution, 'syn-sent': solutionOf('syn-sent') });
    const { root, reference, mine, end, status, drawing } = await figure(page);
    await mine.waitFor();
    expect(ofSandbox(watched.requests)).toEqual([]);

    await reference.focus();
    await page.keyboard.press('ArrowRight');
    await status.getByText(t('ship.figure.same')).waitFor();
    expect(await mine.isChecked()).toBe(true);
    expect(ofSandbox(watched.requests)).not.toEqual([]);
    expect(await drawing.locator('.mine').count()).toBe(2);

    await end('Client').uncheck();
    await expect.poll(() => drawing.locator('.mine').count()).toBe(1);
    await root.getByRole('button', { name: /SYN,ACK/ }).click();
    await expect.poll(() => drawing.getByText('lost').count()).toBeGreaterThan(0);
    await status.getByText(t('ship.figure.same')).waitFor();

    await reference.check();
    await expect.poll(() => drawing.locator('.mine').count()).toBe(0);
    expect(await page.locator('iframe').count()).toBe(0);
  });

  test('where it parts from the reference, the figure says so and frames the state', async ({
    visit,
  }) => {
    const { page } = await visit(CHAPTER);
    await finish(page, { listen: plank("  act.drop('asleep');") });
    const { mine, status, drawing } = await figure(page);
    await mine.check();
    await status.getByText(/^Your TCP parts from the reference at 40 ms, at the server/).waitFor();
    expect(await status.innerText()).toContain(t('verdict.actual', { what: 'nothing is sent' }));
    expect(await drawing.getByText('again').count()).toBeGreaterThan(0);
  });

  test.for([
    ['threw', "  throw new Error('oh');"],
    ['did not return', '  for (;;) act.isn();'],
    ['returned nonsense', "  act.become('OPEN' as never);"],
  ] as const)(
    'one that %s is shown up to there, and the reference comes back',
    async ([why, body], { visit }) => {
      const { page } = await visit(CHAPTER);
      await finish(page, { listen: plank(body) });
      const { reference, mine, status, drawing } = await figure(page);
      await mine.check();
      const words = t(`ship.figure.cut.${why}`, { ms: 40, the: 'the server', message: '' }).trim();
      await status.getByText(words.slice(0, 60)).waitFor();
      expect(await drawing.getByText('SYN-RECEIVED').count()).toBe(0);
      await reference.check();
      await expect.poll(() => drawing.getByText('SYN-RECEIVED').count()).toBeGreaterThan(0);
    },
  );

  test('one that cannot be loaded leaves the reference where it was', async ({ visit }) => {
    const { page } = await visit(CHAPTER);
    await finish(page, { listen: "throw new Error('at once');" });
    const { reference, mine, status } = await figure(page);
    await mine.check();
    await status.getByText(begins('ship.figure.load')).waitFor();
    await expect.poll(() => reference.isChecked()).toBe(true);
  });
});

describe('a lab and the learner’s other planks', () => {
  test('says which plank is at fault, and that this one is right', async ({ visit }) => {
    const { page } = await visit(LAB);
    await finish(page, { ring: SHORT });
    const bench = await openWorkbench(page);
    await bench.write(solution);
    await page.getByLabel(t('ship.run'), { exact: true }).selectOption('mine');
    expect(await bench.run()).not.toContain(t('workbench.verdict.passed'));
    const note = bench.results.locator('.wb-ship-note');
    await note.getByText(t('ship.fault.right')).waitFor();
    expect(await note.innerText()).toContain(
      t('ship.fault.others', { planks: t('ship.title', { title: 'Arithmetic on a ring' }) }),
    );
    await page.getByLabel(t('ship.run'), { exact: true }).selectOption('reference');
    expect(await bench.run()).toContain(t('workbench.verdict.passed'));
  });
});

describe('the home page', () => {
  test('shows in the ship and in the state diagram what is theirs', async ({ visit }) => {
    const { page } = await visit('/');
    await finish(page, { listen: solution, 'syn-sent': solutionOf('syn-sent') });
    const diagram = page.locator('.states-figure');
    const laid = diagram
      .getByRole('img')
      .locator('visible=true')
      .locator('[data-state][data-plank="laid"]');
    await expect.poll(() => laid.count()).toBe(2);
    const text = diagram.locator('.states-text');
    await text.locator('summary').click();
    // Three edges of Figure 5, and the RST in SYN-SENT that it leaves to its note 3.
    expect(await text.getByText(t('states.yours')).locator('visible=true').count()).toBe(4);
    const link = page.locator('.ship').getByRole('link', { name: /yours$/ });
    expect(await link.count()).toBe(2);
    await link.first().click();
    await page.waitForURL(/\/labs\/listen\/$/);
  });
});
