import type { Translator } from '#text/text.ts';
import { escapeText } from '../ladder/svg.ts';
import { colourWords } from '../ladder/colour-words.ts';
import { EDGES } from './edges.ts';
import { placeOf, takersOf, tokensSvg, tone, type Box, type Whereabouts } from './tokens.ts';
import { edgeWords, titleOf } from './words.ts';

/** Shows on drawings that stand in the page where hosts are, and by which edges they came. */
export function showOn(
  root: HTMLElement,
  drawings: readonly SVGSVGElement[],
  whereabouts: Whereabouts,
  t: Translator,
): void {
  const names = Object.keys(whereabouts.hosts);
  const here = new Set(names.map((host) => placeOf(host, whereabouts)));
  for (const svg of drawings) {
    svg.classList.toggle('followed', whereabouts.path.length > 0);
    for (const part of svg.querySelectorAll('[data-edge]')) {
      const takers = takersOf(part.getAttribute('data-edge') ?? '', whereabouts);
      const tones = new Set(takers.map((host) => tone(names.indexOf(host))));
      part.classList.toggle('taken', takers.length > 0);
      if (takers.length > 0) part.setAttribute('data-by', [...tones].join(' '));
      else part.removeAttribute('data-by');
    }
    for (const node of svg.querySelectorAll('[data-place]')) {
      const place = node.getAttribute('data-place');
      node.classList.toggle(
        'here',
        [...here].some((one) => one === place),
      );
    }
    const tokens = svg.querySelector('.tokens');
    const small = svg.classList.contains('small');
    if (tokens) tokens.innerHTML = tokensSvg(whereabouts, (place) => boxOf(svg, place), small);
    svg.setAttribute('aria-label', nameOf(whereabouts, t));
  }
  const where = root.querySelector<HTMLElement>('.states-where');
  if (where === null) return;
  where.hidden = names.length === 0;
  const list = where.querySelector('dl');
  if (list) list.innerHTML = names.map((host, i) => whereRow(host, i, whereabouts, t)).join('');
}

/** The name of a drawing that can be walked through: what it is, where the hosts are, what keys do. */
function nameOf(whereabouts: Whereabouts, t: Translator): string {
  return [titleOf(whereabouts, t), t('states.js.keys')].join(t('states.full-stop'));
}

function boxOf(svg: SVGSVGElement, place: string): Box | null {
  const rect = svg.querySelector(`[data-place="${CSS.escape(place)}"] rect`);
  if (rect === null) return null;
  const number = (name: string) => Number(rect.getAttribute(name));
  const [x, y, width, height] = [number('x'), number('y'), number('width'), number('height')];
  return { x, y, width, height };
}

/** Where a host is, and what brought it there. */
function whereRow(host: string, i: number, { hosts, path }: Whereabouts, t: Translator): string {
  const state = hosts[host] ?? null;
  const name = state === null ? t('state.unknown') : t(`state.${state}`);
  const last = path.findLast((taken) => taken.host === host)?.edge;
  const edge = EDGES.find(({ id, to }) => id === last && to === state);
  const by =
    edge === undefined ? '' : `<span>${colourWords(t('states.line', edgeWords(edge, t)))}</span>`;
  const disc = `<svg class="states" width="22" height="22" viewBox="0 0 22 22" role="img" aria-label="${escapeText(host)}"><g class="token ${tone(i)}"><circle cx="11" cy="11" r="10"/><text x="11" y="15" text-anchor="middle">${escapeText(host)}</text></g></svg>`;
  return `<div><dt>${disc}</dt><dd><b>${escapeText(name)}</b>${by}</dd></div>`;
}
