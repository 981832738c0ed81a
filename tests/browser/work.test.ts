import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { t } from '#text/en.ts';

import { openWorkbench, type Workbench } from '../../src/cli/site/workbench.ts';
import { solution } from './harness/lab.ts';
import { test } from './harness/test.ts';
import { wordsBefore } from './harness/words.ts';
import { DRAFT, keep, KEY, MINE, shows, THEIRS } from './harness/work.ts';

const LAB = '/labs/listen/';
/** Lets the page write nothing more, as a full storage does; the function that is returned ends it. */
async function fillStorage(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const set = Storage.prototype.setItem;
    Object.assign(globalThis, { endFull: () => void (Storage.prototype.setItem = set) });
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  return () => page.evaluate(() => (globalThis as unknown as { endFull(): void }).endFull());
}

const kept = (page: Page, name: string) =>
  page.evaluate((key) => localStorage.getItem(key), KEY(name));

/** Which of the planks is kept as the draft. The editor indents what it is given. */
const draftOf = async (page: Page): Promise<string | null> => {
  const text = await kept(page, DRAFT);
  if (text === null) return null;
  return [MINE, THEIRS].find((code) => text.includes(word(code))) ?? 'another';
};

/** What one of the planks drops its segments with. */
const word = (code: string) => (code === MINE ? 'mine' : 'theirs');

const notice = (bench: Workbench, text: string) =>
  bench.root.locator('.wb-notice').filter({ hasText: text });

const press = (bench: Workbench, text: string, button: string) =>
  notice(bench, text)
    .getByRole('button', { name: t(button), exact: true })
    .click();

async function openHistory(page: Page, bench: Workbench) {
  await bench.root.getByRole('button', { name: t('workbench.more'), exact: true }).click();
  await page.getByRole('menuitem', { name: t('workbench.history') }).click();
  return page.getByRole('dialog', { name: t('work.history.title') });
}

describe('a draft', () => {
  test('is kept though the page is left at once', async ({ visit }) => {
    const { page, url } = await visit(LAB);
    const bench = await openWorkbench(page);
    await bench.write(MINE);
    await page.goto(url('/labs/'));
    expect(await draftOf(page)).toBe(MINE);
  });

  test('of the first release is restored, and its key is today’s', async ({ visit }) => {
    const { page, context } = await visit('/labs/');
    const text = JSON.stringify({ code: MINE, at: '2026-03-01T14:05:00.000Z' });
    await keep(context, {
      [KEY(`v1:${DRAFT}`)]: text,
      [KEY('v1:planks')]: '{"ring":"2026-03-01"}',
    });
    await page.goto(new URL(LAB, page.url()).href);
    const bench = await openWorkbench(page);
    await shows(bench, 'mine');
    await notice(bench, wordsBefore('workbench.draft.restored', 'time')).waitFor();
    expect(await kept(page, DRAFT)).toBe(text);
    expect(await kept(page, `v1:${DRAFT}`)).toBeNull();
    expect(await kept(page, 'version')).toBe('2');
  });

  test('for an earlier version of the lab is offered and can be taken', async ({ visit }) => {
    const { page, context } = await visit('/labs/');
    await keep(context, {
      [KEY('draft:listen:0ld')]: JSON.stringify({ code: MINE, at: '2026-03-01T14:05:00.000Z' }),
    });
    await page.goto(new URL(LAB, page.url()).href);
    const bench = await openWorkbench(page);
    await press(bench, wordsBefore('work.older', 'time'), 'work.older.show');
    const dialog = page.getByRole('dialog', { name: t('work.history.title') });
    await dialog.getByRole('heading', { name: t('work.history.older') }).waitFor();
    await dialog.getByRole('button', { name: t('work.history.take') }).click();
    await shows(bench, 'mine');
  });

  test('of a later release is left alone, and work goes on', async ({ visit }) => {
    const { page, context } = await visit('/labs/');
    await keep(context, { [KEY('version')]: '99', [KEY(DRAFT)]: 'of another form' });
    await page.goto(new URL(LAB, page.url()).href);
    const bench = await openWorkbench(page);
    await notice(bench, t('work.newer')).waitFor();
    await bench.write(solution);
    expect(await bench.run()).toContain(t('workbench.verdict.passed'));
    expect(await kept(page, DRAFT)).toBe('of another form');
    expect(await kept(page, 'version')).toBe('99');
  });
});

describe('two tabs with one lab', () => {
  test('share a draft while only one of them has something new', async ({ visit }) => {
    const { page, context, url } = await visit(LAB);
    const here = await openWorkbench(page);
    const other = await context.newPage();
    await other.goto(url(LAB));
    const there = await openWorkbench(other);
    await there.write(THEIRS);
    await shows(here, 'theirs');
    await press(here, t('work.tabs.taken'), 'work.tabs.undo');
    await notice(there, t('work.tabs.reset')).waitFor();
    expect(await draftOf(page)).toBeNull();
    await press(there, t('work.tabs.reset'), 'work.tabs.undo');
    await shows(here, 'theirs');
  });

  for (const [button, winner, loser] of [
    ['work.tabs.mine', MINE, THEIRS],
    ['work.tabs.theirs', THEIRS, MINE],
  ] as const) {
    test(`ask when both have something new: ${t(button)}`, async ({ visit }) => {
      const { page, context, url } = await visit(LAB);
      const here = await openWorkbench(page);
      const endFull = await fillStorage(page);
      await here.write(MINE);
      await notice(here, t('work.full.bare')).waitFor();
      const other = await context.newPage();
      await other.goto(url(LAB));
      const there = await openWorkbench(other);
      await there.write(THEIRS);
      await notice(here, t('work.tabs.both')).waitFor();
      expect(await draftOf(page)).toBe(THEIRS);
      await endFull();
      await press(here, t('work.tabs.both'), button);
      expect(await draftOf(page)).toBe(winner);
      await shows(here, word(winner));
      await shows(there, word(winner));
      const dialog = await openHistory(page, here);
      await dialog.getByText(t('work.history.away')).waitFor();
      await dialog.getByText(t('work.history.show')).first().click();
      expect(await dialog.locator('pre').first().innerText()).toContain(word(loser));
    });
  }
});

describe('the history of a lab', () => {
  test('has every run with its verdict, and gives the text back', async ({ visit }) => {
    const { page } = await visit(LAB);
    const bench = await openWorkbench(page);
    await bench.write(MINE);
    await bench.run();
    await bench.write('const = 5;\n');
    await bench.run();
    await bench.write(solution);
    await bench.run();
    const dialog = await openHistory(page, bench);
    const rows = dialog.getByRole('listitem');
    const verdicts = ['passed', 'did not compile', 'wrong'];
    await expect.poll(() => rows.count()).toBe(verdicts.length);
    for (const [i, verdict] of verdicts.entries()) {
      expect(await rows.nth(i).innerText()).toContain(t(`workbench.verdict.${verdict}`));
    }
    expect(await rows.first().innerText()).toContain(t('work.history.here'));
    await rows
      .last()
      .getByRole('button', { name: t('work.history.take') })
      .press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await shows(bench, 'mine');
    expect(await bench.run()).toContain(t('workbench.verdict.wrong'));
  });
});

describe('a storage that keeps nothing', () => {
  test('says so when it is full, exports what is there, and goes on', async ({ visit }) => {
    const { page } = await visit(LAB);
    const bench = await openWorkbench(page);
    await fillStorage(page);
    await bench.write(MINE);
    await notice(bench, t('work.full.bare')).waitFor();
    const download = page.waitForEvent('download');
    await press(bench, t('work.full.bare'), 'work.export.do');
    expect(await readFile(await (await download).path(), 'utf8')).toContain('mine');
    expect(await bench.run()).toContain(t('workbench.verdict.wrong'));
  });

  test('says so when it is blocked, and the lab can be solved', async ({ visit }) => {
    const { page, context } = await visit('/labs/');
    await context.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await page.goto(new URL(LAB, page.url()).href);
    const bench = await openWorkbench(page);
    await notice(bench, t('work.blocked')).waitFor();
    await bench.write(solution);
    expect(await bench.run()).toContain(t('workbench.verdict.passed'));
    const dialog = await openHistory(page, bench);
    await dialog.getByRole('listitem').getByText(t('workbench.verdict.passed')).waitFor();
  });

  test('has put aside what cannot be read, and says so once', async ({ visit }) => {
    const { page, context } = await visit('/labs/');
    await keep(context, { [KEY(DRAFT)]: '{"code":"half a dra' });
    await page.goto(new URL(LAB, page.url()).href);
    const bench = await openWorkbench(page);
    await press(bench, t('work.unreadable'), 'workbench.notice.close');
    expect(await kept(page, `aside:${DRAFT}`)).toBe('{"code":"half a dra');
    await page.reload();
    const again = await openWorkbench(page);
    expect(await notice(again, t('work.unreadable')).count()).toBe(0);
  });
});
