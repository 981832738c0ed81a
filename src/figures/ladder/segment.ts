import type { Ctl, Segment } from '#tcp';
import type { Translator } from '#text/text.ts';

/** The five pens. Solid ones occupy sequence space (SYN, FIN, data), broken ones do not (ACK, RST). */
export const PENS = ['syn', 'ack', 'fin', 'rst', 'data'] as const;
export type Pen = (typeof PENS)[number];

type Shape = Pick<Segment, 'ctl' | 'data'>;

/** The pen that draws a segment: the rarest thing it carries decides. */
export function penOf({ ctl, data }: Shape): Pen {
  if (ctl.rst) return 'rst';
  if (ctl.syn) return 'syn';
  if (ctl.fin) return 'fin';
  return data.length > 0 ? 'data' : 'ack';
}

/** SYN and RST add a chevron behind the head when they carry ACK; FIN and data always carry it. */
export function hasChevron({ ctl }: Shape): boolean {
  return ctl.ack && (ctl.syn || ctl.rst);
}

const NAMED = ['syn', 'fin', 'rst', 'ack'] as const;

/** The control bits as the RFC writes them: `SYN,ACK`. Empty if none of the four is set. */
export function bits(ctl: Ctl): string {
  return NAMED.filter((bit) => ctl[bit])
    .map((bit) => bit.toUpperCase())
    .join(',');
}

/** `1 octet`, `5 octets`. */
export function octets(n: number, t: Translator): string {
  return n === 1 ? t('ladder.octet') : t('ladder.octets', { n });
}

/** What stands first on a segment's label: its bits, or its octets if they are what it is sent for. */
export function flagsOf({ ctl, data }: Shape, t: Translator): string {
  const marks = bits({ ...ctl, ack: ctl.ack && !ctl.fin && data.length === 0 });
  if (data.length === 0) return marks === '' ? t('ladder.noFlags') : marks;
  const text = octets(data.length, t);
  return marks === '' ? text : `${text}, ${marks}`;
}

/**
 * `seq=100 ack=1`, as two parts; the second is missing where the field means nothing. `as`: the two
 * numbers as they are to be written.
 */
export function numbersOf(
  { seq, ack, ctl }: Segment,
  as: { readonly seq: number; readonly ack: number } = { seq, ack },
): readonly string[] {
  return ctl.ack ? [`seq=${as.seq}`, `ack=${as.ack}`] : [`seq=${as.seq}`];
}

/** SEG.LEN: the octets of text, and one each for SYN and FIN (RFC 9293 §3.4). */
export function lengthOf({ ctl, data }: Shape): number {
  return data.length + Number(ctl.syn) + Number(ctl.fin);
}

/** A segment in one line of text: `SYN,ACK seq=300 ack=101 len=1`. */
export function describeSegment(
  seg: Segment,
  t: Translator,
  as?: { readonly seq: number; readonly ack: number },
): string {
  const flags = bits(seg.ctl) || t('ladder.noFlags');
  return [flags, ...numbersOf(seg, as), `len=${lengthOf(seg)}`].join(' ');
}
