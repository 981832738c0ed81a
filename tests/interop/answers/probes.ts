import { add, type Ctl, NO_DATA, type Segment } from '#tcp';
import { ours, type Standing } from './reach.ts';
import type { Target } from './target.ts';

/** One segment that a target is to answer. */
export interface Probe {
  readonly kind: string;
  readonly place: string;
  readonly acked: string;
  make(target: Target, at: Standing): Segment;
}

const TEXT = Buffer.from('hello');

/** Kinds of segment: control bits besides ACK, and whether there is text. */
const KINDS: readonly (readonly [name: string, on: Partial<Ctl>, text: boolean])[] = [
  ['SYN', { syn: true }, false],
  ['bare', {}, false],
  ['text', {}, true],
  ['FIN', { fin: true }, false],
  ['text+FIN', { fin: true }, true],
  ['RST', { rst: true }, false],
  ['SYN+FIN', { syn: true, fin: true }, false],
  ['SYN+RST', { syn: true, rst: true }, false],
];

/** Where the segment begins. The right edge leaves room for one number. */
const PLACES: readonly (readonly [name: string, seq: (at: Standing) => number])[] = [
  ['at RCV.NXT', ({ rcvNxt }) => rcvNxt],
  ['at RCV.NXT−1', ({ rcvNxt }) => add(rcvNxt, -1)],
  ['at RCV.NXT+1', ({ rcvNxt }) => add(rcvNxt, 1)],
  ['at the right edge', ({ rcvNxt, rcvWnd }) => add(rcvNxt, rcvWnd - 1)],
  ['beyond the window', ({ rcvNxt, rcvWnd }) => add(rcvNxt, rcvWnd + 1)],
  ['far to the left', ({ rcvNxt }) => add(rcvNxt, -100_000)],
];

const ACKS: readonly (readonly [name: string, ack: (at: Standing) => number | null])[] = [
  ['no ACK', () => null],
  ['ACK of all', ({ sndNxt }) => sndNxt],
  ['ACK of nothing new', ({ sndUna }) => sndUna],
  ['ACK beyond SND.NXT', ({ sndNxt }) => add(sndNxt, 1)],
  ['ACK far too old', ({ sndUna }) => add(sndUna, -100_000)],
];

/** A probe in words. */
export function probeName({ kind, place, acked }: Probe): string {
  return `${kind} ${place}, ${acked}`;
}

/** Every kind at every place with every acknowledgment. */
export const PROBES: readonly Probe[] = KINDS.flatMap(([kind, on, text]) =>
  PLACES.flatMap(([place, seq]) =>
    ACKS.map(([acked, ack]) => ({
      ...{ kind, place, acked },
      make: (target: Target, at: Standing) =>
        ours(target, on, seq(at), ack(at), text ? TEXT : NO_DATA),
    })),
  ),
);
