import type { BrowserContext } from 'playwright-core';

import { hash } from '#storage/draft.ts';

import type { Workbench } from '../../../src/cli/site/workbench.ts';
import { plank, starter } from './lab.ts';

/** A key of the browser's storage, of the course under a base path. */
export const KEY = (name: string, base = '/') => `tcp:${base}:${name}`;
/** The name under which the lab's draft is kept. */
export const DRAFT = `draft:listen:${hash(starter)}`;
/** Two planks that can be told from each other. */
export const MINE = plank("  act.drop('mine');");
export const THEIRS = plank("  act.drop('theirs');");

/** Puts entries into the browser's storage before any page of the profile is read. */
export async function keep(context: BrowserContext, entries: Readonly<Record<string, string>>) {
  await context.addInitScript((all) => {
    // The sandbox’s frame has no storage.
    if (window !== top || localStorage.getItem('kept')) return;
    localStorage.setItem('kept', 'yes');
    for (const [key, text] of Object.entries(all)) localStorage.setItem(key, text);
  }, entries);
}

/** Waits until the editor shows the words. */
export const shows = (bench: Workbench, words: string) =>
  bench.root.locator('.view-lines').getByText(words).waitFor();
