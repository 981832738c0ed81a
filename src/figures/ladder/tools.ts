import type { Live } from './live.ts';
import { mountList } from './relist.ts';
import type { Run } from './run.ts';
import { PANELS, showView, type Panel } from './tools-html.ts';
import { zoomed } from './view.ts';

/** What fills a panel: its code is loaded when the panel is opened first. */
type Fill = (panel: HTMLElement, live: Live) => Promise<{ readonly update: () => void }>;

const FILL: Readonly<Record<Panel, Fill>> = {
  inspector: async (panel, live) => (await import('./inspect.ts')).mountInspector(panel, live),
  save: async (panel, live) => (await import('./save-panel.ts')).mountSave(panel, live),
};

/** Makes the tools of a figure work. `told`: the run of the page. Gives what takes a press. */
export function createTools(
  tools: HTMLElement,
  live: Live,
  told: Run,
): (target: EventTarget | null) => void {
  const { t } = live;
  showView(tools, live.view, t);
  live.onChange(() => showView(tools, live.view, t));
  mountList(live, told);

  const acts: Readonly<Record<string, () => void>> = {
    relative: () =>
      live.look({ numbers: live.view.numbers === 'relative' ? 'absolute' : 'relative' }),
    options: () => live.look({ options: !live.view.options }),
    data: () => live.look({ data: !live.view.data }),
    timers: () => live.look({ timers: !live.view.timers }),
    in: () => live.look({ zoom: zoomed(live.view.zoom, 1) }),
    out: () => live.look({ zoom: zoomed(live.view.zoom, -1) }),
  };
  const panels = createPanels(tools, live);
  tools.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && panels.close()) event.preventDefault();
  });
  return (target) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('button') : null;
    if (button === null) return;
    const { tool, panel } = button.dataset;
    if (tool !== undefined) inPlace(button, () => acts[tool]?.());
    if (PANELS.some((name) => name === panel)) panels.toggle(panel as Panel);
    if (button.classList.contains('more')) {
      const isOpen = tools.classList.toggle('open');
      button.setAttribute('aria-expanded', String(isOpen));
    }
  };
}

/** Does something to the drawing above a button; the button stays where it is, to be pressed again. */
function inPlace(button: Element, act: () => void): void {
  const top = () => button.getBoundingClientRect().top;
  const before = top();
  act();
  scrollBy({ top: top() - before, behavior: 'instant' });
}

/** The panels under the tools. Each opens and closes by its own button; Escape closes them all. */
function createPanels(tools: HTMLElement, live: Live) {
  const filled = new Map<Panel, Promise<{ readonly update: () => void }>>();
  const element = (name: Panel) => tools.querySelector<HTMLElement>(`.ladder-panel.of-${name}`);
  const button = (name: Panel) => tools.querySelector<HTMLElement>(`[data-panel="${name}"]`);
  const set = (name: Panel, isOpen: boolean) => {
    element(name)?.toggleAttribute('hidden', !isOpen);
    button(name)?.setAttribute('aria-expanded', String(isOpen));
  };
  const isOpen = (name: Panel) => element(name)?.hidden === false;

  const open = async (name: Panel) => {
    const panel = element(name);
    if (panel === null) return;
    set(name, true);
    try {
      const known = filled.get(name) ?? FILL[name](panel, live);
      filled.set(name, known);
      (await known).update();
    } catch {
      filled.delete(name);
      panel.textContent = live.t('ladder.panel.failed');
    }
  };
  live.onChange(() => {
    for (const name of PANELS) {
      if (isOpen(name)) void filled.get(name)?.then(({ update }) => update());
    }
  });

  return {
    toggle: (name: Panel) => (isOpen(name) ? set(name, false) : void open(name)),
    close(): boolean {
      const opened = PANELS.filter(isOpen);
      for (const name of opened) set(name, false);
      const [first] = opened;
      if (first !== undefined) button(first)?.focus();
      return first !== undefined;
    },
  };
}
