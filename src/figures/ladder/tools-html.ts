import type { Translator } from '#text/text.ts';
import { escapeText } from './svg.ts';
import { zoomed, type View } from './view.ts';

/** What the tools of a figure open, each by its own button. */
export const PANELS = ['inspector', 'save'] as const;
export type Panel = (typeof PANELS)[number];

/** What of a drawing is told or not. */
const TOGGLES = ['relative', 'options', 'data', 'timers'] as const;
type Toggle = (typeof TOGGLES)[number];

const isOn = ({ numbers, options, data, timers }: View): Readonly<Record<Toggle, boolean>> => ({
  ...{ relative: numbers === 'relative', options, data, timers },
});

const levelOf = ({ zoom }: View, t: Translator): string =>
  t('ladder.zoom', { n: Math.round(zoom * 100) });

/** The id of a panel; ids of a figure begin with the figure's own. */
export const panelId = (figure: string, panel: Panel): string => `${figure}-${panel}`;

/**
 * The tools under a figure, as they stand in the page: how it is looked at, what is seen beside it, how
 * it is saved. Where there is little room they stand behind one button. The link to a state diagram
 * that shows the same run is hidden until there is one.
 * @param playground where a reader can play on with this run; `null`: nowhere
 */
export function toolsHtml(
  t: Translator,
  figure: string,
  { view, playground }: { readonly view: View; readonly playground: string | null },
): string {
  const say = (key: string) => escapeText(t(key));
  const toggle = (tool: Toggle) =>
    `<button type="button" class="b s" data-tool="${tool}" aria-pressed="${isOn(view)[tool]}">${say(`ladder.tool.${tool}`)}</button>`;
  const panel = (name: Panel) =>
    `<button type="button" class="b s" data-panel="${name}" aria-expanded="false" aria-controls="${escapeText(panelId(figure, name))}">${say(`ladder.tool.${name}`)}</button>`;
  const zoom = (tool: string, sign: string) =>
    `<button type="button" class="b s" data-tool="${tool}" aria-label="${say(`ladder.tool.${tool}`)}">${sign}</button>`;
  const states = `<a class="b s states" hidden>${say('ladder.tool.states')}</a>`;
  const more =
    playground === null
      ? ''
      : `<a class="b s" href="${escapeText(playground)}">${say('ladder.tool.playground')}</a>`;
  return [
    `<div class="ladder-tools" role="group" aria-label="${say('ladder.tools')}">`,
    `<button type="button" class="b s more" aria-expanded="false" aria-controls="${escapeText(figure)}-tools">${say('ladder.tools')}</button>`,
    `<div class="tool-list" id="${escapeText(figure)}-tools">`,
    ...TOGGLES.map(toggle),
    `<span class="zoom" role="group" aria-label="${say('ladder.tool.zoom')}">`,
    `${zoom('out', '−')}<span class="level" aria-live="polite">${escapeText(levelOf(view, t))}</span>${zoom('in', '+')}</span>`,
    '<span class="opens">',
    panel('inspector') + panel('save') + states + more,
    '</span></div>',
    ...PANELS.map(
      (name) =>
        `<div class="ladder-panel of-${name}" id="${escapeText(panelId(figure, name))}" role="group" aria-label="${say(`ladder.panel.${name}`)}" hidden></div>`,
    ),
    '</div>',
  ].join('');
}

/** Makes the tools say how the figure is looked at. */
export function showView(tools: Element, view: View, t: Translator): void {
  const button = (tool: string) => tools.querySelector<HTMLButtonElement>(`[data-tool="${tool}"]`);
  const { zoom } = view;
  const pressed = isOn(view);
  for (const tool of TOGGLES) button(tool)?.setAttribute('aria-pressed', String(pressed[tool]));
  const level = tools.querySelector('.zoom .level');
  if (level) level.textContent = levelOf(view, t);
  // Not disabled: the focus would be lost at the end of the scale.
  button('in')?.setAttribute('aria-disabled', String(zoomed(zoom, 1) === zoom));
  button('out')?.setAttribute('aria-disabled', String(zoomed(zoom, -1) === zoom));
}
