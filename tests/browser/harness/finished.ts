import type { Page } from 'playwright-core';

import { layPlank } from '#storage/progress.ts';
import { openStore } from '#storage/store.ts';
import { openWork } from '#storage/work.ts';

const WHEN = new Date('2026-01-01T00:00:00.000Z');

/** What a browser keeps of a reader who has finished these labs with this code. */
export function keptItems(base: string, codes: Readonly<Record<string, string>>) {
  const items = new Map<string, string>();
  const store = openStore(base, {
    get length() {
      return items.size;
    },
    key: (n) => [...items.keys()][n] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  });
  const work = openWork(store);
  for (const [lab, code] of Object.entries(codes)) {
    const run = { code, at: WHEN, verdict: 'passed', passed: 1, total: 1, starter: '' };
    work.recordRun(lab, run);
    layPlank(store, lab, WHEN);
  }
  return [...items];
}

/** Makes the reader of a page one who has finished these labs, and loads the page anew. */
export async function finish(page: Page, codes: Readonly<Record<string, string>>): Promise<void> {
  const items = keptItems('/', codes);
  await page.evaluate((kept) => {
    for (const [key, value] of kept) localStorage.setItem(key, value);
  }, items);
  await page.reload();
}
