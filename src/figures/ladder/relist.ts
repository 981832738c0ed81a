import type { Live } from './live.ts';
import { find } from './parts.ts';
import { layoutOptions, PLAIN, type View } from './view.ts';

/** What of a view the list tells as well. */
const keyOf = ({ numbers, options, timers }: View): string => [numbers, options, timers].join();

/**
 * Keeps the figure's text in step with how its drawing is looked at. It is written anew, and the code
 * for that loaded, when a reader first looks otherwise than the page does.
 */
export function mountList(live: Live): void {
  const plain = keyOf(PLAIN);
  let run = live.run;
  let key = keyOf(live.view);
  live.onChange(() => {
    const next = keyOf(live.view);
    if (live.run === run && next === key) return;
    // A run brings its text with it, told as the page tells it.
    const isThere = live.run !== run && next === plain;
    run = live.run;
    key = next;
    if (!isThere) void write(live);
  });
}

async function write(live: Live): Promise<void> {
  const { run, view, root, t } = live;
  const { listHtml, listLadder } = await import('./list.ts');
  // Meanwhile the reader may have gone on.
  if (live.run !== run || live.view !== view) return;
  const items = listLadder(run.trace, t, {}, layoutOptions(view));
  find(root, '.ladder-text ol').innerHTML = listHtml(items);
}
