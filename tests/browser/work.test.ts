import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { hash } from '#storage/draft.ts';
import { t } from '#text/en.ts';

import { course } from '../../course.config.ts';
import { openWorkbench, type Workbench } from '../../src/cli/site/workbench.ts';
import { plank, solution, starter } from './harness/lab.ts';
import { test } from './harness/test.ts';
import { wordsBefore } from './harness/words.ts';

const LAB = '/labs/listen/';
const WORK = '/your-work/';
const KEY = (name: string, base = '/') => `tcp:${base}:${name}`;
const DRAFT = `draft:listen:${hash(starter)}`;
const MINE = plank("  act.drop('mine');");
const THEIRS = plank("  act.drop('theirs');");

/** Puts entries into the browser's storage before any page of the profile is read. */
async function keep(context: BrowserContext, entries: Readonly<Record<string, string>>) {
  await context.addInitScript((all) => {
    // The sandbox’s frame has no storage.
    if (window !== top || localStorage.getItem('kept')) return;
    localStorage.setItem('kept', 'yes');
    for (const [key, text] of Object.entries(all)) localStorage.setItem(key, text);
  }, entries);
}

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

/** Waits until the editor shows the words. */
const shows = (bench: Workbench, words: string) =>
  bench.root.locator('.view-lines').getByText(words).waitFor();

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
    expect(await rows.count()).toBe(verdicts.length);
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

describe('the page of all work', () => {
  const at = '2026-03-01T14:05:00.000Z';
  const browser = (base: string) => ({
    [KEY(DRAFT, base)]: JSON.stringify({ code: MINE, at }),
    [KEY('planks', base)]: JSON.stringify({ listen: at }),
    [KEY('history:listen', base)]: JSON.stringify([
      { code: solution, at, verdict: 'passed', passed: 9, total: 9, starter: hash(starter) },
    ]),
    [KEY('planks', '/another/course/')]: JSON.stringify({ ring: at }),
  });
  const file = (text: string) => ({
    name: 'work.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });

  test('says without scripts what it would show', async ({ visit }) => {
    const { page } = await visit(WORK, { javaScriptEnabled: false });
    expect(await page.locator('main').innerText()).toContain(t('work.lead'));
    expect(await page.locator('main').innerText()).toContain(t('work.no-script'));
  });

  for (const [site, base] of [
    ['root', '/'],
    ['path', null],
  ] as const) {
    test(`exports, forgets and imports everything, by keyboard: ${site}`, async ({ visit }) => {
      const { page, context, url } = await visit('/labs/', { site });
      await keep(context, browser(base ?? new URL(url('/')).pathname));
      await page.goto(url(WORK));
      const main = page.locator('.wk-page');
      await main.getByText(t('work.planks.one', { n: 1 }), { exact: true }).waitFor();
      await main.getByText(t('work.drafts.one', { n: 1 }), { exact: true }).waitFor();

      const download = page.waitForEvent('download');
      await main.getByRole('button', { name: t('work.export.do') }).press('Enter');
      const saved = await download;
      expect(saved.suggestedFilename()).toMatch(/^tcp-plank-by-plank-\d{4}-\d\d-\d\d\.json$/);
      const text = await readFile(await saved.path(), 'utf8');
      expect(text).not.toContain('ring');

      await main.getByRole('button', { name: t('work.forget.ask') }).press('Enter');
      const sure = main.getByRole('checkbox', { name: t('work.forget.sure') });
      const forget = main.getByRole('button', { name: t('work.forget.do'), exact: true });
      expect(await forget.isDisabled()).toBe(true);
      await sure.press('Space');
      await forget.press('Enter');
      await main.getByText(t('work.nothing')).waitFor();
      const keys = await page.evaluate(() => Object.keys(localStorage));
      expect(keys.filter((key) => key.startsWith('tcp:'))).toEqual([
        KEY('planks', '/another/course/'),
      ]);

      await main.getByLabel(t('work.import.choose')).setInputFiles(file(text));
      await main.getByText(t('work.import.drafts.one', { n: 1 })).waitFor();
      await main.getByText(t('work.import.planks.one', { n: 1 })).waitFor();
      expect(await main.getByText(t('work.nothing')).count()).toBe(1);
      await main.getByRole('button', { name: t('work.import.do'), exact: true }).press('Enter');
      await main.getByText(t('work.import.done'), { exact: true }).waitFor();
      await main.getByText(t('work.planks.one', { n: 1 }), { exact: true }).waitFor();
      await page.goto(url(LAB));
      await shows(await openWorkbench(page), 'mine');
    });
  }

  const empty = {
    ...{ format: 'tcp-course-work', version: 2, course: course.title, base: '/' },
    ...{ exported: at, kept: {}, aside: {} },
  };
  const wrong = {
    'no JSON': ['this is no JSON', t('work.problem.not json')],
    'broken off': [JSON.stringify(empty).slice(0, -5), t('work.problem.cut short')],
    'something else': ['{"name":"package"}', t('work.problem.not ours')],
    'of a later release': [
      JSON.stringify({ ...empty, version: 7 }),
      t('work.problem.newer', { version: 7, known: 2 }),
    ],
    'of another course': [
      JSON.stringify({ ...empty, course: 'UDP' }),
      t('work.problem.other course', { course: 'UDP' }),
    ],
  } as const;
  for (const [name, [text, words]] of Object.entries(wrong)) {
    test(`says what is wrong with a file that is ${name}`, async ({ visit }) => {
      const { page } = await visit(WORK);
      await page.getByLabel(t('work.import.choose')).setInputFiles(file(text));
      await page.getByRole('alert').filter({ hasText: words }).waitFor();
      expect(await page.evaluate(() => Object.keys(localStorage))).not.toContain('tcp:/:planks');
    });
  }
});
