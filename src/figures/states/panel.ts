import type { State } from '#tcp/state.ts';
import type { Translator } from '#text/text.ts';
import { escapeText } from '../ladder/svg.ts';
import { colourWords } from '../ladder/colour-words.ts';
import type { Edge } from './edge.ts';
import { edgeWords } from './words.ts';
import type { Spot } from './walk.ts';

/** How much of the page is to be seen under what is uncovered, and above it, where the page's bar is, px. */
const AIR = { under: 16, above: 80 };

/** What is said of a picked edge, as the table below the drawing says it, or of a state. As HTML. */
export function saidOf(spot: Spot, root: ParentNode, t: Translator): string {
  if (spot.kind === 'state') return `<div><b>${stateName(spot.state, root, t)}</b></div>`;
  const row = root.querySelector<HTMLElement>(`tr[data-edge="${CSS.escape(spot.id)}"]`);
  const laid = row?.dataset['plank'] === 'laid' ? ' data-plank="laid"' : '';
  const cells = [...(row?.querySelectorAll('.way, .what') ?? [])];
  return cells.map(({ innerHTML }) => `<div${laid}>${innerHTML}</div>`).join('');
}

/** A state’s name; it leads to the state’s page where the table does. */
function stateName(state: State, root: ParentNode, t: Translator): string {
  const name = escapeText(t(`state.${state}`));
  const links = [...root.querySelectorAll<HTMLAnchorElement>('a.state')];
  const link = links.find(({ textContent }) => textContent === state) ?? null;
  return link === null ? name : `<a href="${escapeText(link.href)}">${name}</a>`;
}

/** The ways out of a state and into it, as lists of buttons. */
export function waysOf(state: State, edges: readonly Edge[], t: Translator): string {
  const list = (title: string, some: readonly Edge[]) =>
    some.length === 0
      ? ''
      : `<p class="cap">${escapeText(title)}</p><ul>${some.map((edge) => wayButton(edge, state, t)).join('')}</ul>`;
  const out = edges.filter(({ from }) => from === state);
  const into = edges.filter(({ to }) => to === state);
  return list(t('states.js.out'), out) + list(t('states.js.in'), into);
}

function wayButton(edge: Edge, state: State, t: Translator): string {
  const isOut = edge.from === state;
  const other = t(`state.${isOut ? edge.to : edge.from}`);
  const name = isOut ? t('states.js.to', { state: other }) : t('states.js.from', { state: other });
  const line = colourWords(t('states.line', edgeWords(edge, t)));
  return `<li><button type="button" data-edge="${escapeText(edge.id)}"><b>${escapeText(name)}</b><span>${line}</span></button></li>`;
}

/** Scrolls so that a panel that keeps to the foot of the window does not hide what it speaks of. */
export function uncover(element: Element, panel: Element): void {
  const [one, other] = [element.getBoundingClientRect(), panel.getBoundingClientRect()];
  const isBeside = one.right <= other.left || other.right <= one.left;
  const by = Math.min(one.bottom + AIR.under - other.top, one.top - AIR.above);
  if (!isBeside && by > 0) scrollBy({ top: by });
}
