import { readFile } from 'node:fs/promises';
import { describe, expect } from 'vitest';

import { hash } from '#storage/draft.ts';
import { t } from '#text/en.ts';

import { course } from '../../course.config.ts';
import { openWorkbench } from '../../src/cli/site/workbench.ts';
import { solution, starter } from './harness/lab.ts';
import { test } from './harness/test.ts';
import { DRAFT, keep, KEY, MINE, shows } from './harness/work.ts';

const LAB = '/labs/listen/';
const WORK = '/your-work/';

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
