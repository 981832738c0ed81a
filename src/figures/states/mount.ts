import { translator } from '#text/text.ts';
import { mountActs } from './acts.ts';
import { statesData } from './data.ts';
import { dress, elementOf, elementsOf, keyOf, pressed, spotOf } from './dress.ts';
import type { Edge } from './edge.ts';
import { EDGES } from './edges.ts';
import { saidOf, uncover, waysOf } from './panel.ts';
import { partsOf } from './parts.ts';
import { showOn } from './show.ts';
import type { Whereabouts } from './tokens.ts';
import { nextSpot, type Spot } from './walk.ts';

/** A state diagram that is alive. */
export interface LiveStates {
  /** Shows where hosts are, and by which edges they came. */
  show(whereabouts: Whereabouts): void;
}

const START: Spot = { kind: 'state', state: 'CLOSED' };
const NOWHERE: Whereabouts = { hosts: {}, path: [] };

/** Brings a state diagram in the page alive: edges and states can be picked, by pointer and by keys. */
export function mountStates(root: HTMLElement): LiveStates {
  const parts = partsOf(root);
  const data = statesData(parts.data);
  const t = translator(data.texts);
  const { drawings, switches } = parts;
  /** Where the keyboard is; it may be that nothing is picked. */
  let spot = START;

  const visible = (): readonly Edge[] => {
    const on = new Set(switches.filter(({ checked }) => checked).map(({ value }) => value));
    return EDGES.filter(({ group }) => group === 'figure' || on.has(group));
  };
  const edgeAt = (at: Spot): Edge | null => EDGES.find(({ id }) => id === keyOf(at)) ?? null;
  let told = '';
  /** A caret that moves says much that is not new: most moments change no state. */
  const show = (whereabouts: Whereabouts) => {
    const { hosts, path } = whereabouts;
    const news = JSON.stringify([hosts, path.map(({ host, edge }) => [host, edge])]);
    if (news === told) return;
    told = news;
    showOn(root, drawings, whereabouts, t);
  };
  const shown = () => drawings.find((svg) => svg.getClientRects().length > 0);

  const mark = (at: Spot | null) => {
    for (const one of root.querySelectorAll('.picked')) one.classList.remove('picked');
    if (at === null) return;
    for (const svg of drawings) {
      for (const one of elementsOf(svg, at)) one.classList.add('picked');
    }
  };

  const pick = (at: Spot) => {
    parts.picked.hidden = false;
    mark(at);
    parts.said.innerHTML = saidOf(at, root, t);
    parts.ways.innerHTML = at.kind === 'edge' ? '' : waysOf(at.state, visible(), t);
    acts.offer(at.kind === 'edge');
  };

  const drop = () => {
    parts.picked.hidden = true;
    mark(null);
    const svg = shown();
    if (svg) elementOf(svg, spot)?.focus({ preventScroll: true });
  };

  const acts = mountActs(root, parts, { data, t, show, drop, edge: () => edgeAt(spot) });

  const moveTo = (next: Spot, focus: boolean) => {
    for (const svg of drawings) {
      for (const one of svg.querySelectorAll('[tabindex="0"]')) one.setAttribute('tabindex', '-1');
      elementOf(svg, next)?.setAttribute('tabindex', '0');
    }
    spot = next;
    pick(next);
    const svg = shown();
    const element = svg === undefined ? null : elementOf(svg, next);
    if (!focus || element === null) return;
    element.focus();
    uncover(element, parts.picked);
  };

  root.addEventListener('click', ({ target }) => {
    const next = target instanceof Element ? pressed(target) : null;
    if (next !== null) moveTo(next, true);
  });

  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const press = (act: () => void) => {
      event.preventDefault();
      act();
    };
    if (event.key === 'Escape' && !parts.picked.hidden) return press(drop);
    if (event.key === 'Enter' || event.key === ' ') {
      return press(() => (spot.kind === 'edge' && !parts.picked.hidden ? acts.ride() : pick(spot)));
    }
    const next = nextSpot(spot, event.key, visible());
    if (next !== null) press(() => moveTo(next, true));
  };
  for (const svg of drawings) {
    svg.addEventListener('keydown', onKey);
    dress(svg, t);
    elementOf(svg, spot)?.setAttribute('tabindex', '0');
    // A screen reader may put the focus anywhere.
    svg.addEventListener('focusin', ({ target }) => {
      const at = target instanceof Element ? spotOf(target) : null;
      if (at !== null && keyOf(at) !== keyOf(spot)) moveTo(at, false);
    });
  }

  for (const input of switches) {
    input.addEventListener('change', () => {
      // What is not shown any more cannot be where the keyboard is.
      const isGone = spot.kind === 'edge' && !visible().some(({ id }) => id === keyOf(spot));
      if (isGone) moveTo(START, false);
      else if (!parts.picked.hidden) pick(spot);
    });
  }

  show(NOWHERE);
  return { show };
}
