import type { Live } from './live.ts';
import { find } from './parts.ts';
import { PLAIN } from './view.ts';

/** What takes a press on one of the tools. */
type Press = (target: EventTarget | null) => void;

/** Readies the tools that stand in the page: their code is loaded when a reader first uses one. */
export function mountTools(live: Live): void {
  const tools = find(live.root, '.ladder-tools');
  linkStates(tools, live.id);
  const { view, run } = live;
  let loaded: Promise<Press> | null = null;
  const load = async (): Promise<Press | null> => {
    loaded ??= Promise.all([import('./tools.ts'), live.bringTexts()]).then(([{ createTools }]) =>
      createTools(tools, live, run),
    );
    try {
      return await loaded;
    } catch {
      // Where there was no network for a while, the next press tries again.
      loaded = null;
      return null;
    }
  };

  tools.addEventListener('click', ({ target }) => void load().then((press) => press?.(target)));
  const isPlain = JSON.stringify(view) === JSON.stringify(PLAIN);
  live.onChange(() => {
    // Keys can zoom as well, and another run is told in the plain way at first.
    if (live.view !== view || (live.run !== run && !isPlain)) void load();
  });
}

/** The state diagram on this page that follows the figure's caret. */
function linkStates(tools: HTMLElement, id: string): void {
  if (id === '') return;
  const element = document.querySelector(`[data-follow="${CSS.escape(id)}"]`);
  const target = element?.closest('[id]')?.id ?? '';
  const link = tools.querySelector<HTMLAnchorElement>('.states');
  if (link === null || target === '') return;
  link.href = `#${target}`;
  link.hidden = false;
}
