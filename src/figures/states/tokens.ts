import type { State } from '#tcp/state.ts';
import { escapeText, px } from '../ladder/svg.ts';
import { EDGES } from './edges.ts';
import type { Place } from './forms.ts';
import type { Taken } from './path.ts';
import { target } from './target.ts';

/** Where hosts are: what a ladder’s caret, or the playground, shows on the diagram. */
export interface Whereabouts {
  /** The state of each host by its name, in the order of the hosts; `null`: nobody knows it. */
  readonly hosts: Readonly<Record<string, State | null>>;
  /** The edges they have come by. */
  readonly path: readonly Pick<Taken, 'host' | 'edge'>[];
}

/** A box on the drawing, px. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The box in which a host’s disc stands; `null` if its state is not known. Lives end in the lower CLOSED. */
export function placeOf(host: string, { hosts, path }: Whereabouts): Place | null {
  const state = hosts[host] ?? null;
  if (state !== 'CLOSED') return state;
  const last = path.findLast((taken) => taken.host === host);
  const edge = EDGES.find(({ id }) => id === last?.edge);
  return edge === undefined || edge.to !== 'CLOSED' ? 'CLOSED' : target(edge);
}

/** Radius of a host’s disc, px. */
const RADIUS = { wide: 10, small: 9 };

/**
 * The discs of the hosts on the outer corners of their boxes, as the inside of an SVG group: the
 * first host keeps to the left, filled, as on a ladder, the second to the right, open.
 */
export function tokensSvg(
  whereabouts: Whereabouts,
  boxOf: (place: Place) => Box | null,
  small: boolean,
): string {
  const r = small ? RADIUS.small : RADIUS.wide;
  return Object.keys(whereabouts.hosts)
    .map((name, i) => {
      const place = placeOf(name, whereabouts);
      const box = place === null ? null : boxOf(place);
      if (box === null) return '';
      const x = box.x + (i % 2 === 0 ? 0 : box.width);
      const y = box.y + (i < 2 ? 0 : box.height);
      return `<g class="token ${tone(i)}"><circle cx="${px(x)}" cy="${px(y)}" r="${r}"/><text x="${px(x)}" y="${px(y + 4)}" text-anchor="middle">${escapeText(name)}</text></g>`;
    })
    .join('');
}

/** How a host is drawn: filled like A, or open like B. */
export const tone = (index: number): 'filled' | 'open' => (index % 2 === 0 ? 'filled' : 'open');

/** Who has gone along an edge, in the order of the hosts. */
export function takersOf(edge: string, { hosts, path }: Whereabouts): readonly string[] {
  return Object.keys(hosts).filter((host) =>
    path.some((taken) => taken.edge === edge && taken.host === host),
  );
}
