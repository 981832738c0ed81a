import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds wrong with the page as it stands, one line per rule and element. */
export async function axeProblems(page: Page): Promise<readonly string[]> {
  await settleListings(page);
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}

/**
 * A listing that has become too wide for its page gets a stop for the keyboard a moment later, when
 * the browser is idle. One that never gets it is left for axe to find.
 */
async function settleListings(page: Page): Promise<void> {
  const isSettled = () =>
    [...document.querySelectorAll('pre')].every(
      (pre) => pre.scrollWidth <= pre.clientWidth || pre.tabIndex >= 0,
    );
  for (let tries = 0; tries < 50 && !(await page.evaluate(isSettled)); tries++) {
    await page.waitForTimeout(100);
  }
}
