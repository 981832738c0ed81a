import { ctl, type Ctl, type Segment } from '#tcp';
import {
  endpointText,
  fieldsText,
  isOctets,
  octetsText,
  readEndpoint,
  readFields,
  readNumber,
  readOctets,
  WordError,
  type Words,
} from './words.ts';

/** The control bits in the order in which people name them: `SYN,ACK`. */
const BITS = ['syn', 'fin', 'rst', 'psh', 'ack', 'urg', 'ece', 'cwr'] as const;

/**
 * A segment: `SYN,ACK 10.77.0.2:80 > 10.77.0.1:4000 seq=300 ack=101 wnd=65535 mss=1460`. `none` stands
 * for no control bits; ACK and urgent pointer are left out where they are 0 and mean nothing. Options
 * follow as fields, SACK blocks as `sack=[{"left":1,"right":5}]`; then the octets of text.
 */
export function segmentText(segment: Segment): string {
  const { src, dst, seq, ack, ctl: bits, wnd, up, data, options } = segment;
  const on = BITS.filter((bit) => bits[bit]).map((bit) => bit.toUpperCase());
  const numbers = {
    seq,
    ...(bits.ack || ack !== 0 ? { ack } : {}),
    wnd,
    ...(bits.urg || up !== 0 ? { up } : {}),
  };
  const text = data.length > 0 ? ` ${octetsText(data)}` : '';
  const sockets = `${endpointText(src)} > ${endpointText(dst)}`;
  const flags = on.join(',') || 'none';
  return `${flags} ${sockets}${fieldsText(numbers)}${fieldsText(options)}${text}`;
}

/** The segment that `segmentText` wrote. Throws WordError. */
export function readSegment(words: Words): Segment {
  const bits = readBits(words.take('control bits'));
  const src = readEndpoint(words.take('the source'));
  words.expect('>');
  const dst = readEndpoint(words.take('the destination'));
  const { seq, ack = 0, wnd, up = 0, ...options } = readFields(words);
  const octets = words.takeIf(isOctets);
  return {
    ...{ src, dst, ctl: bits },
    seq: numberOf(seq, 'seq'),
    ack: numberOf(ack, 'ack'),
    wnd: numberOf(wnd, 'wnd'),
    up: numberOf(up, 'up'),
    data: octets === null ? new Uint8Array(0) : readOctets(octets),
    options,
  };
}

function readBits(word: string): Ctl {
  if (word === 'none') return ctl({});
  const on: { -readonly [K in keyof Ctl]?: boolean } = {};
  for (const name of word.split(',')) {
    const bit = BITS.find((each) => each.toUpperCase() === name);
    if (bit === undefined) throw new WordError(`"${name}" is no control bit`);
    on[bit] = true;
  }
  return ctl(on);
}

function numberOf(value: unknown, name: string): number {
  if (typeof value !== 'number') throw new WordError(`a segment without ${name}=…`);
  return readNumber(String(value), name);
}
