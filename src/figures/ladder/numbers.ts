import type { Endpoint, Segment, Seq } from '#tcp';
import type { Trace } from '#trace/trace.ts';

/** How sequence numbers are written: as they are, or counted from where each side began. */
export type Numbering = 'absolute' | 'relative';

/** The two numbers of a segment, as they are to be written. */
export type Numbers = (seg: Segment, t: number) => { readonly seq: number; readonly ack: number };

const ABSOLUTE: Numbers = ({ seq, ack }) => ({ seq, ack });

interface Base {
  readonly t: number;
  readonly seq: Seq;
}

const spell = ({ address, port }: Endpoint): string => `${address} ${port}`;
const directionOf = ({ src, dst }: Pick<Segment, 'src' | 'dst'>): string =>
  `${spell(src)}\n${spell(dst)}`;
const backOf = ({ src, dst }: Pick<Segment, 'src' | 'dst'>): string =>
  `${spell(dst)}\n${spell(src)}`;

/**
 * How the numbers of a trace are written. Relative ones count from the initial sequence number of
 * each side, so that its SYN is 0; where no SYN was seen, the first octet that was seen is 1. A new
 * incarnation begins anew. What lies before the beginning is negative.
 */
export function numbersIn(trace: Trace, numbering: Numbering): Numbers {
  if (numbering === 'absolute') return ABSOLUTE;
  const bases = new Map<string, Base[]>();
  const note = (direction: string, t: number, seq: Seq) => {
    const known = bases.get(direction);
    if (known === undefined) bases.set(direction, [{ t, seq }]);
    else if (known[known.length - 1]?.seq !== seq) known.push({ t, seq });
  };
  for (const entry of trace.entries) {
    // What an earlier connection left behind begins nothing.
    if (entry.kind !== 'transit' || entry.name.startsWith('old')) continue;
    const { seg, t, hops = [] } = entry;
    // On either side of a NAT the connection has other names.
    for (const sockets of [seg, ...hops.flatMap(({ as }) => (as === undefined ? [] : [as]))]) {
      const [direction, back] = [directionOf(sockets), backOf(sockets)];
      const isNew = !bases.has(direction);
      if (seg.ctl.syn) note(direction, t, seg.seq);
      else if (isNew && !seg.ctl.rst) note(direction, t, (seg.seq - 1) >>> 0);
      if (seg.ctl.ack && !bases.has(back)) note(back, t, (seg.ack - 1) >>> 0);
    }
  }
  const base = (direction: string, t: number): Seq => {
    const known = bases.get(direction) ?? [];
    return (known.findLast((each) => each.t <= t) ?? known[0])?.seq ?? 0;
  };
  const from = (seq: Seq, start: Seq): number => (seq - start) | 0;
  return (seg, t) => ({
    seq: from(seg.seq, base(directionOf(seg), t)),
    ack: from(seg.ack, base(backOf(seg), t)),
  });
}
