import type { Pen } from './segment.ts';

/** The pens of segments, and the one of ICMP messages. */
export type LinePen = Pen | 'icmp';

/**
 * The heads of arrows. Each is drawn with its tip at the origin, pointing right; `back` is how far
 * behind the tip the line stops, px.
 */
const HEADS: Readonly<Record<LinePen, { readonly back: number; readonly paths: string }>> = {
  // A filled triangle.
  syn: { back: 9, paths: '<path class="solid" d="M0 0-11-4.6v9.2z"/>' },
  // An open chevron.
  ack: { back: 1, paths: '<path class="open" d="M-8.5-4.4-.6 0l-7.9 4.4"/>' },
  // A triangle against a stop bar.
  fin: {
    back: 12,
    paths: '<path class="solid" d="M-4.6 0-15-4.8v9.6z"/><path class="bar" d="M-3-7V7"/>',
  },
  // A diamond.
  rst: { back: 13, paths: '<path class="solid" d="M0 0-7-5-14 0l7 5z"/>' },
  // Two barbs, one behind the other.
  data: {
    back: 9,
    paths: '<path class="solid" d="M0 0-10-5l2.6 5-2.6 5zM-7 0-17-5l2.6 5-2.6 5z"/>',
  },
  // An open triangle.
  icmp: { back: 10, paths: '<path class="open hollow" d="M-1 0-10-4.4v8.8z"/>' },
};

/** Where the chevron stands that says "and ACK", by the length of the head before it. */
const CHEVRON: Readonly<Record<LinePen, number>> = {
  syn: -13,
  ack: -10,
  fin: -17,
  rst: -17,
  data: -19,
  icmp: -14,
};

/** How far behind the tip the line of a pen ends, px. */
export function headBack(pen: LinePen): number {
  return HEADS[pen].back;
}

/** The paths of a head, with the tip at the origin and pointing right. */
export function head(pen: LinePen, chevron: boolean): string {
  if (!chevron) return HEADS[pen].paths;
  const x = CHEVRON[pen];
  return `${HEADS[pen].paths}<path class="open" d="M${x - 7}-4.5 ${x} 0l-7 4.5"/>`;
}

/** The line of a pen along a path: a FIN is drawn twice, the second time in paper. */
export function line(pen: LinePen, d: string): string {
  const gap = pen === 'fin' ? `<path class="gap" d="${d}"/>` : '';
  return `<path class="pen" d="${d}"/>${gap}`;
}
