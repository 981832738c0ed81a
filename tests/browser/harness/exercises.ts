import type { Locator, Page } from 'playwright-core';

import { readResults } from '#storage/exercises.ts';
import { fakeShelf } from '#storage/fake-shelf.ts';
import { openStore } from '#storage/store.ts';

/** An exercise of the page, awake. */
export async function awake(page: Page, id: string): Promise<Locator> {
  const exercise = page.locator(`#exercise-${id}`);
  await exercise.scrollIntoViewIfNeeded();
  await page.locator(`#exercise-${id}[data-ready]`).waitFor();
  return exercise;
}

/** What the browser keeps of the course under a base path. */
export async function resultsIn(page: Page, base = '/') {
  const items = await page.evaluate(() => ({ ...localStorage }));
  return readResults(openStore(base, fakeShelf(items), null));
}

/** The sentence under an exercise. */
export const says = (exercise: Locator) => exercise.locator('.ex-status').innerText();
