import { word } from '#tcp/octets.ts';
import { join } from '../bytes.ts';
import { checksum, isChecksumRight, sum } from '../checksum.ts';
import { Protocol } from '../ip.ts';
import { TCP_HEADER_MIN, TcpField } from '../tcp.ts';
import type { Layer, LayerBox } from './map.ts';

/** Octets that a checksum covers; the checksum itself stands in them as zeros. */
export interface SumPart {
  readonly part: 'pseudo' | 'header' | 'text';
  readonly octets: Uint8Array;
  /** Its 16-bit words, added in ones' complement. */
  readonly sum: number;
}

/** A checksum that stands in a header, and the one that should. */
export interface ChecksumCheck {
  readonly of: 'ipv4' | 'tcp';
  /** The octet at which it stands. */
  readonly at: number;
  readonly said: number;
  readonly wanted: number;
  /** Also where both of the two right ones are possible: 0x0000 and 0xffff. */
  readonly isRight: boolean;
  readonly parts: readonly SumPart[];
}

const IPV4_CHECKSUM = 10;
const IPV4_HEADER_MIN = 20;

/** The checksums of the headers that the octets were read as, outermost first. Pure; never throws. */
export function checksumsOf(
  octets: Uint8Array,
  layers: readonly LayerBox[],
): readonly ChecksumCheck[] {
  const find = (...wanted: Layer[]) => layers.find(({ layer }) => wanted.includes(layer));
  const ip = find('ipv4', 'ipv6');
  const tcp = find('tcp');
  const checks: ChecksumCheck[] = [];
  if (ip?.layer === 'ipv4' && isWhole(octets, ip)) {
    const header = zeroed(octets.slice(ip.start, ip.body), IPV4_CHECKSUM);
    checks.push(check('ipv4', octets, ip.start + IPV4_CHECKSUM, [part('header', header)]));
  }
  if (ip !== undefined && tcp !== undefined && tcp.body - tcp.start >= TCP_HEADER_MIN) {
    const pseudo = pseudoHeader(octets, ip, tcp.end - tcp.start);
    const header = zeroed(octets.slice(tcp.start, tcp.body), TcpField.CHECKSUM);
    const text = part('text', octets.slice(tcp.body, tcp.end));
    const parts = [pseudo, part('header', header), text];
    checks.push(check('tcp', octets, tcp.start + TcpField.CHECKSUM, parts));
  }
  return checks;
}

/** Is all of an IPv4 header there, as long as it says itself? */
function isWhole(octets: Uint8Array, { start, body }: LayerBox): boolean {
  const length = body - start;
  return length >= IPV4_HEADER_MIN && length === ((octets[start] ?? 0) & 0x0f) * 4;
}

function check(
  of: 'ipv4' | 'tcp',
  octets: Uint8Array,
  at: number,
  parts: readonly SumPart[],
): ChecksumCheck {
  // Every part but the text has an even number of octets: their words are those of the whole.
  const covered = join(...parts.map((each) => each.octets));
  const field = octets.slice(at, at + 2);
  const said = word(octets, at);
  const isRight = isChecksumRight(field, sum(covered));
  return { of, at, said, wanted: checksum(covered), isRight, parts };
}

function part(name: SumPart['part'], octets: Uint8Array): SumPart {
  return { part: name, octets, sum: sum(octets) };
}

function zeroed(header: Uint8Array, at: number): Uint8Array {
  header.fill(0, at, at + 2);
  return header;
}

/** The pseudo-header as octets: RFC 9293 Figure 2, RFC 8200 §8.1. */
function pseudoHeader(octets: Uint8Array, ip: LayerBox, length: number): SumPart {
  const isFour = ip.layer === 'ipv4';
  const [at, size] = isFour ? [ip.start + 12, 4] : [ip.start + 8, 16];
  const source = octets.slice(at, at + size);
  const destination = octets.slice(at + size, at + 2 * size);
  const words = [length >>> 8, length & 0xff];
  const rest = isFour ? [0, Protocol.TCP, ...words] : [0, 0, ...words, 0, 0, 0, Protocol.TCP];
  return part('pseudo', join(source, destination, Uint8Array.from(rest)));
}
