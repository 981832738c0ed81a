import { segLen, type Ctl, type Segment } from '#tcp';

/** The control bits that exercises speak of, in the order in which they are written. */
export const FLAGS = ['SYN', 'FIN', 'RST', 'ACK'] as const;
export type Flag = (typeof FLAGS)[number];

const BIT = { SYN: 'syn', FIN: 'fin', RST: 'rst', ACK: 'ack' } as const satisfies Record<
  Flag,
  keyof Ctl
>;

/** The control bits of a segment as the RFC's figures write them: `SYN,ACK`. PSH and URG are left out. */
export function flagsOf({ ctl }: Segment): string {
  return FLAGS.filter((flag) => ctl[BIT[flag]]).join(',');
}

/** Control bits in the order in which they are written; `null` if something else is among them. */
export function sortedFlags(text: string): string | null {
  const named = text.split(',').map((flag) => flag.trim().toUpperCase());
  if (!named.every((flag) => (FLAGS as readonly string[]).includes(flag))) return null;
  return FLAGS.filter((flag) => named.includes(flag)).join(',');
}

/** A segment as the RFC's figures write it: `<SEQ=300><ACK=101><CTL=SYN,ACK>`. */
export function rfcText(seg: Segment): string {
  const ack = seg.ctl.ack ? `<ACK=${seg.ack}>` : '';
  const data = seg.data.length === 0 ? '' : `<DATA=${seg.data.length}>`;
  return `<SEQ=${seg.seq}>${ack}<CTL=${flagsOf(seg)}>${data}`;
}

/** How many sequence numbers a segment takes up: SEG.LEN, which counts SYN and FIN (RFC 9293 §3.4). */
export function lengthOf(seg: Segment): number {
  return segLen(seg);
}
