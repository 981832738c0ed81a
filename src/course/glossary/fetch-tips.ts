import { href } from '../address.ts';
import { type Tips, TIPS_FILE } from './tips.ts';

let coming: Promise<Tips | null> | null = null;

/** The tips of the site, fetched when a reader first wants one. `null` if they do not come; the next wish asks again. */
export function fetchTips(): Promise<Tips | null> {
  coming ??= ask().catch(() => {
    coming = null;
    return null;
  });
  return coming;
}

async function ask(): Promise<Tips> {
  const answer = await fetch(href(TIPS_FILE));
  if (!answer.ok) throw new Error(`${TIPS_FILE} answered ${answer.status}.`);
  return (await answer.json()) as Tips;
}
