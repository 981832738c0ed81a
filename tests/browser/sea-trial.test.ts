import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { t } from '#text/en.ts';

import { course } from '../../course.config.ts';
import { axeProblems } from './harness/axe.ts';
import { finish } from './harness/finished.ts';
import { test } from './harness/test.ts';

const PAGE = '/sea-trial/';
const VOYAGES = 40;

const solutionOf = (lab: string) =>
  readFileSync(join(import.meta.dirname, '../../labs', lab, 'solution.ts'), 'utf8');
/** Hears no SYN. */
const DEAF = `import type { Plank } from 'tcp';
export const listen: Plank = (tcb, seg, act) => act.drop('asleep');
`;

const standing = (page: Page) => page.locator('[data-stage]');
const sail = (page: Page) => page.getByRole('button', { name: t('trial.sail') });
const ready = (page: Page) => page.locator('[data-trial][data-ready]').waitFor();

describe('the sea trial', () => {
  test('says that there is nothing to try before a plank is laid', async ({ visit }) => {
    const { page, watched } = await visit(PAGE);
    await ready(page);
    expect(await sail(page).isDisabled()).toBe(true);
    await page.getByText(t('trial.no-plank')).waitFor();
    expect(watched.requests.filter((url) => /sandbox|worker/.test(url))).toEqual([]);
    expect(await axeProblems(page)).toEqual([]);
  });

  test(
    'is passed by a ship of right planks, by keyboard',
    { timeout: 240_000 },
    async ({ visit }) => {
      const { page } = await visit(PAGE);
      await finish(page, Object.fromEntries(course.labs.map((lab) => [lab, solutionOf(lab)])));
      await ready(page);
      await sail(page).focus();
      await page.keyboard.press('Enter');
      await expect
        .poll(() => standing(page).textContent(), { timeout: 200_000, interval: 500 })
        .toBe(t('trial.passed.whole', { n: VOYAGES }));
      expect(await page.getByRole('row').count()).toBe(VOYAGES + 1);
      expect(await axeProblems(page)).toEqual([]);
    },
  );

  test('shows where a wrong plank parts from the reference, and can be called back', async ({
    visit,
  }) => {
    const { page } = await visit(PAGE);
    await finish(page, { listen: DEAF });
    await ready(page);
    await sail(page).click();
    const second = page.getByRole('button', { name: t('trial.show.of', { n: 2 }), exact: true });
    await second.waitFor();
    await page.getByRole('button', { name: t('trial.call-back') }).click();
    await page.getByText(/^Called back after/).waitFor();
    await second.press('Enter');
    const chart = page.getByRole('region', { name: t('trial.chart', { n: 2 }) });
    await chart.getByRole('img').waitFor();
    await chart.getByText(/Your TCP parts from the reference/).waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await chart.getByRole('button', { name: t('trial.close') }).click();
    expect(await chart.count()).toBe(0);
  });
});
