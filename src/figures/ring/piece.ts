import type { Segment, Seq } from '#tcp';
import { segLen } from '#tcp/bound.ts';
import { ctl } from '#tcp/ctl.ts';
import { add } from '#tcp/seq.ts';
import type { Receiving } from './spaces.ts';

/** The segment that a reader lays over the receive window. */
export interface Piece {
  readonly seq: Seq;
  /** Octets of text. */
  readonly text: number;
  readonly syn: boolean;
  readonly fin: boolean;
}

/** The longest text of a segment: an IPv4 datagram of 65 535 octets without its two headers. */
export const MAX_TEXT = 65_535 - 40;

/** As much of a segment as its length and its test ask for. */
export const asSegment = ({ text, syn, fin }: Piece): Pick<Segment, 'ctl' | 'data'> => ({
  ctl: ctl({ ack: true, syn, fin }),
  data: new Uint8Array(text),
});

/** SEG.LEN of a piece: text, and one each for SYN and FIN. */
export const lengthOf = (piece: Piece): number => segLen(asSegment(piece));

/** A segment to look at, by what it shows; relative to the window. */
export const EXAMPLES = [
  'old',
  'straddle',
  'next',
  'lastOctet',
  'edge',
  'covers',
  'empty',
  'shut',
] as const;
export type Example = (typeof EXAMPLES)[number];

/** Text of an example: what fits an Ethernet frame. */
const TEXT = 1460;

/** The example as a segment and the window that it needs: one that has room for it, unless told otherwise. */
export function exampleOf(name: Example, rcv: Receiving): { piece: Piece; rcv: Receiving } {
  const open = rcv.wnd < TEXT ? { ...rcv, wnd: 65_535 } : rcv;
  const { nxt, wnd } = open;
  const plain = (by: number, text: number) => ({
    ...{ rcv: open, piece: { seq: add(nxt, by), text, syn: false, fin: false } },
  });
  switch (name) {
    case 'old':
      return plain(-TEXT, TEXT);
    case 'straddle':
      return plain(-1000, TEXT);
    case 'next':
      return plain(0, TEXT);
    case 'lastOctet':
      return plain(wnd - 1, TEXT);
    case 'edge':
      return plain(wnd, 0);
    case 'covers':
      return { ...plain(-500, 2000), rcv: { ...open, wnd: 1000 } };
    case 'empty':
      return plain(0, 0);
    case 'shut':
      return { ...plain(0, 0), rcv: { ...rcv, wnd: 0 } };
  }
}
