import { STATES } from '#tcp/state.ts';
import type { Translator } from '#text/text.ts';
import { EDGES } from './edges.ts';
import type { Spot } from './walk.ts';

/** Makes what can be picked into buttons with names, and leaves the rest of a drawing to the eye. */
export function dress(svg: SVGSVGElement, t: Translator): void {
  svg.setAttribute('role', 'group');
  for (const one of svg.querySelectorAll('.edge, .node:not(.again)')) {
    one.setAttribute('role', 'button');
    one.setAttribute('tabindex', '-1');
  }
  for (const other of svg.querySelectorAll('.words, .tokens, .node.again')) {
    other.setAttribute('aria-hidden', 'true');
  }
  const name = () => {
    for (const one of svg.querySelectorAll('[role="button"]')) {
      one.setAttribute('aria-label', nameOf(one, t));
    }
  };
  name();
  // A plank may be laid while the diagram is there: then its box and its edges are called so.
  new MutationObserver(name).observe(svg, { subtree: true, attributeFilter: ['data-plank'] });
}

/** What it is; with what is lettered on it, if that is something else: a reader may call it so. */
function nameOf(element: Element, t: Translator): string {
  const name = meaningOf(element, t);
  const isLaid = element.getAttribute('data-plank') === 'laid';
  const shown = [...element.querySelectorAll(isLaid ? 'text' : 'text:not(.yours)')]
    .map(({ textContent }) => textContent)
    .join(' ');
  return shown === '' || words(name).includes(words(shown))
    ? name
    : t('states.js.shown', { name, shown });
}

/** A text as its words, each between spaces: ESTAB is not in ESTABLISHED. */
const words = (text: string): string => ` ${text.replace(/[^\p{L}\p{N}-]+/gu, ' ').trim()} `;

function meaningOf(element: Element, t: Translator): string {
  const spot = spotOf(element);
  if (spot?.kind === 'state') return t('states.js.state', { state: t(`state.${spot.state}`) });
  const edge = EDGES.find(({ id }) => id === spot?.id);
  if (edge === undefined) return '';
  const [from, to] = [t(`state.${edge.from}`), t(`state.${edge.to}`)];
  return t('states.js.edge', { from, to, event: t(edge.event) });
}

/** What tells a spot from all others: the edge's id, or the state. */
export const keyOf = (spot: Spot): string => (spot.kind === 'edge' ? spot.id : spot.state);

/** The element of a drawing that stands for a spot, and takes the focus. */
export function elementOf(svg: SVGSVGElement, spot: Spot): SVGElement | null {
  const name = spot.kind === 'state' ? '.node:not(.again)' : '.edge';
  return svg.querySelector<SVGElement>(`${name}${selectorOf(spot)}`);
}

/** All that a drawing shows of a spot: an edge with its words, a state. */
export function elementsOf(svg: SVGSVGElement, spot: Spot): readonly Element[] {
  return [...svg.querySelectorAll(selectorOf(spot))];
}

function selectorOf(spot: Spot): string {
  const name = spot.kind === 'state' ? 'data-state' : 'data-edge';
  return `[${name}="${CSS.escape(keyOf(spot))}"]`;
}

/** The spot that an element stands for; `null` if for none. */
export function spotOf(element: Element): Spot | null {
  const id = element.getAttribute('data-edge');
  if (id !== null) return { kind: 'edge', id };
  const state = STATES.find((one) => one === element.getAttribute('data-state'));
  return state === undefined ? null : { kind: 'state', state };
}

/** What a press on the drawing, or on a way in the panel, picks; `null` if nothing. */
export function pressed(target: Element): Spot | null {
  const edge = target.closest('.states-drawings [data-edge], .picked-ways [data-edge]');
  const at = edge ?? target.closest('.states-drawings [data-state]');
  const spot = at === null ? null : spotOf(at);
  const isSmallPin = edge !== null && edge.closest('.small .pin') !== null;
  if (spot?.kind !== 'edge' || !isSmallPin) return spot;
  // On a phone the pins of a state are too small to be told apart by a finger: they pick the state.
  const from = EDGES.find(({ id }) => id === spot.id)?.from;
  return from === undefined ? null : { kind: 'state', state: from };
}
