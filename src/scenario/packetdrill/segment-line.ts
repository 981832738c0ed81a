import { NO_CTL, type Ctl, type Endpoint, type Options, type Segment } from '#tcp';

const LETTERS: readonly (readonly [keyof Ctl, string])[] = [
  ['syn', 'S'],
  ['fin', 'F'],
  ['rst', 'R'],
  ['psh', 'P'],
  ['urg', 'U'],
  ['ece', 'E'],
  ['cwr', 'W'],
  ['ack', '.'],
];

/** The control bits as packetdrill writes them: `S.`, `FP.`, `.`; `-` for none. */
export function flagsOf(ctl: Ctl): string {
  return LETTERS.map(([bit, letter]) => (ctl[bit] ? letter : '')).join('') || '-';
}

/** A segment as packetdrill writes it, with absolute numbers: `S. 300:300(0) ack 101 win 65535`. */
export function segmentLine(seg: Segment): string {
  const end = (seg.seq + seg.data.length) >>> 0;
  const ack = seg.ctl.ack ? ` ack ${seg.ack}` : '';
  const mss = seg.options.mss === undefined ? '' : ` <mss ${seg.options.mss}>`;
  return `${flagsOf(seg.ctl)} ${seg.seq}:${end}(${seg.data.length})${ack} win ${seg.wnd}${mss}`;
}

/** A part of a segment that a peer could tell from another. */
export type SegmentField =
  'source' | 'destination' | 'bits' | 'seq' | 'ack' | 'up' | 'wnd' | 'options' | 'data';

/** Would the peer see any difference? */
export function sameSegment(a: Segment, b: Segment): boolean {
  return differingFields(a, b).length === 0;
}

/**
 * In what two segments differ. Fields that mean nothing are not looked at: SEG.ACK without the ACK
 * bit, the urgent pointer without URG, the window of a reset.
 */
export function differingFields(a: Segment, b: Segment): readonly SegmentField[] {
  const fields: SegmentField[] = [];
  if (!sameEndpoint(a.src, b.src)) fields.push('source');
  if (!sameEndpoint(a.dst, b.dst)) fields.push('destination');
  if (BITS.some((bit) => a.ctl[bit] !== b.ctl[bit])) fields.push('bits');
  if (a.seq !== b.seq) fields.push('seq');
  if (a.ctl.ack && a.ack !== b.ack) fields.push('ack');
  if (a.ctl.urg && a.up !== b.up) fields.push('up');
  if (!a.ctl.rst && a.wnd !== b.wnd) fields.push('wnd');
  if (!sameOptions(a.options, b.options)) fields.push('options');
  if (!sameOctets(a.data, b.data)) fields.push('data');
  return fields;
}

const BITS = Object.keys(NO_CTL) as (keyof Ctl)[];

function sameEndpoint(a: Endpoint, b: Endpoint): boolean {
  return a.address === b.address && a.port === b.port;
}

function sameOptions(a: Options, b: Options): boolean {
  return (
    a.mss === b.mss &&
    a.wscale === b.wscale &&
    (a.sackPermitted ?? false) === (b.sackPermitted ?? false) &&
    a.ts?.val === b.ts?.val &&
    a.ts?.ecr === b.ts?.ecr &&
    (a.sack ?? []).length === (b.sack ?? []).length &&
    (a.sack ?? []).every(
      ({ left, right }, i) => left === b.sack?.[i]?.left && right === b.sack[i].right,
    )
  );
}

/** Are the octets the same, one by one? */
export function sameOctets(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((octet, i) => octet === b[i]);
}
