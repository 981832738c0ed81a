import { describe, expect } from 'vitest';

import { t } from '#text/en.ts';

import { editorRequests } from './harness/lab.ts';
import { test } from './harness/test.ts';

const CHAPTER = '/handshake/three-way/';

describe('without JavaScript', () => {
  const options = { javaScriptEnabled: false };

  test('the chapter reads, with its figures and their lists', async ({ visit }) => {
    const { page } = await visit(CHAPTER, options);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(
      'The three-way handshake',
    );
    const figures = page.locator('figure.ladder-figure');
    expect(await figures.count()).toBeGreaterThan(3);
    for (const figure of await figures.all()) {
      await figure.getByRole('img').first().waitFor();
      expect(await figure.locator('ol > li').count()).toBeGreaterThan(1);
      expect(await figure.locator('ol > li').first().isVisible()).toBe(true);
    }
  });

  test('the lab shows its task, its code and its cases, and no dead button', async ({ visit }) => {
    const { page } = await visit('/labs/listen/', options);
    const lab = page.locator('lab-bench');
    await lab.getByText('act.drop', { exact: false }).first().waitFor();
    expect(await lab.locator('[data-task]').innerText()).not.toBe('');
    expect(await lab.locator('.lab-checks li').count()).toBeGreaterThan(3);
    expect(await lab.getByRole('button', { name: t('lab.open') }).isVisible()).toBe(false);
    expect(await lab.locator('noscript p').innerText()).toBe(t('lab.no-script'));
  });

  test('a lab in a chapter tells its story, and leads to its page', async ({ visit }) => {
    const { page } = await visit(CHAPTER, options);
    const lab = page.locator('lab-bench#lab-listen');
    expect(await lab.locator('.lab-story').first().innerText()).not.toBe('');
    expect(await lab.getByRole('button').filter({ visible: true }).count()).toBe(0);
    await lab.getByRole('link', { name: t('lab.own-page') }).click();
    expect(new URL(page.url()).pathname).toBe('/labs/listen/');
  });

  test('the home page shows the ship and leads to the chapter', async ({ visit }) => {
    const { page } = await visit('/', options);
    await page.locator('svg.ship').waitFor();
    await page.getByRole('link', { name: 'The three-way handshake' }).first().click();
    expect(new URL(page.url()).pathname).toBe(CHAPTER);
  });
});

test('nothing of the editor is fetched before it is opened', async ({ visit }) => {
  for (const path of ['/', CHAPTER, '/labs/', '/labs/listen/']) {
    const { page, watched } = await visit(path);
    await page.waitForLoadState('networkidle');
    await page.mouse.wheel(0, 20_000);
    await page.waitForTimeout(300);
    expect(editorRequests(watched.requests), path).toEqual([]);
  }
});

test('the policy of a page is in force', async ({ visit }) => {
  const { page } = await visit('/', { expected: /example[.]org|unsafe-eval|Content Security/ });
  const refused = await page.evaluate(async () => {
    const violation = new Promise<string>((resolve) => {
      addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
    });
    fetch('https://example.org/').catch(() => undefined);
    return violation;
  });
  expect(refused).toBe('connect-src');
  // Later, because the browser lets a tester's own words pass.
  const evaluated = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        setTimeout(() => {
          try {
            resolve(String(new Function('return "ran"')()));
          } catch {
            resolve('refused');
          }
        });
      }),
  );
  expect(evaluated).toBe('refused');
});
