import type { Live } from './live.ts';
import { find } from './parts.ts';
import type { Run } from './run.ts';
import { layoutOptions, PLAIN, type View } from './view.ts';

/** What of a view the list tells as well. */
const keyOf = ({ numbers, options, timers }: View): string => [numbers, options, timers].join();

/**
 * Keeps the figure's text in step with how its drawing is looked at. It is written anew, and the code
 * for that loaded, when a reader looks otherwise than it is told. `told` is the run of the page, whose
 * text is told as the page is looked at.
 */
export function mountList(live: Live, told: Run): void {
  const plain = keyOf(PLAIN);
  let { run } = live;
  let key = keyOf(live.view);
  if (run !== told && key !== plain) void write(live);
  live.onChange(() => {
    const next = keyOf(live.view);
    if (live.run === run && next === key) return;
    // A run brings its text with it, told in the plain way.
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
