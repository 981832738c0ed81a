import { NO_CTL, type Ctl, type Options, type Segment } from '#tcp';

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

/**
 * Would the peer see any difference? Fields that mean nothing are not looked at: SEG.ACK without
 * the ACK bit, the urgent pointer without URG, the window of a reset.
 */
export function sameSegment(a: Segment, b: Segment): boolean {
  const bits = Object.keys(NO_CTL) as (keyof Ctl)[];
  return (
    a.src.address === b.src.address &&
    a.src.port === b.src.port &&
    a.dst.address === b.dst.address &&
    a.dst.port === b.dst.port &&
    bits.every((bit) => a.ctl[bit] === b.ctl[bit]) &&
    a.seq === b.seq &&
    (!a.ctl.ack || a.ack === b.ack) &&
    (!a.ctl.urg || a.up === b.up) &&
    (a.ctl.rst || a.wnd === b.wnd) &&
    sameOptions(a.options, b.options) &&
    sameOctets(a.data, b.data)
  );
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
