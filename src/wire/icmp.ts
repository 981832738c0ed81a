import { join, viewOf } from './bytes.ts';
import { checksum, isChecksumRight } from './checksum.ts';
import { pseudoHeaderSum, Protocol } from './ip.ts';
import { bad, ok, type Result } from './result.ts';

/** What an ICMP message is about, whichever the IP version. */
export type IcmpKind =
  | 'destination-unreachable'
  | 'packet-too-big'
  | 'time-exceeded'
  | 'parameter-problem'
  | 'source-quench'
  | 'redirect'
  | 'echo-request'
  | 'echo-reply'
  | 'other';

/** Type numbers of ICMP (RFC 792) and ICMPv6 (RFC 4443); version 4 says "too big" by a code. */
const TYPES: Readonly<Record<4 | 6, Readonly<Record<number, IcmpKind>>>> = {
  4: {
    0: 'echo-reply',
    3: 'destination-unreachable',
    4: 'source-quench',
    5: 'redirect',
    8: 'echo-request',
    11: 'time-exceeded',
    12: 'parameter-problem',
  },
  6: {
    1: 'destination-unreachable',
    2: 'packet-too-big',
    3: 'time-exceeded',
    4: 'parameter-problem',
    128: 'echo-request',
    129: 'echo-reply',
  },
};

const ERRORS: ReadonlySet<IcmpKind> = new Set([
  'destination-unreachable',
  'packet-too-big',
  'time-exceeded',
  'parameter-problem',
  'source-quench',
  'redirect',
]);

const HEADER = 8;

/** An ICMP or ICMPv6 message. */
export interface IcmpMessage {
  readonly kind: IcmpKind;
  readonly type: number;
  readonly code: number;
  /** The second word of the header: unused, an MTU, a pointer, or identifier and sequence number. */
  readonly rest: number;
  /** For an error: the datagram that it is about, from its IP header on, as far as it is quoted. */
  readonly body: Uint8Array;
}

/** Is it about a datagram of ours that went wrong? No such message is answered (RFC 1122 §3.2.2). */
export function isIcmpError(message: IcmpMessage): boolean {
  return ERRORS.has(message.kind);
}

/** Reads a message. The checksum is not looked at: see `isIcmpChecksumRight`. */
export function parseIcmp(bytes: Uint8Array, version: 4 | 6): Result<IcmpMessage> {
  if (bytes.length < HEADER) return bad(`an ICMP header has ${HEADER} octets`, bytes.length);
  const view = viewOf(bytes);
  const type = view.getUint8(0);
  return ok({
    kind: TYPES[version][type] ?? 'other',
    type,
    code: view.getUint8(1),
    rest: view.getUint32(4),
    body: bytes.slice(HEADER),
  });
}

/** The addresses of the datagram, which the checksum of an ICMPv6 message covers. */
export interface IcmpEnds {
  readonly version: 4 | 6;
  readonly source: string;
  readonly destination: string;
}

function pseudo({ version, source, destination }: IcmpEnds, length: number): number {
  return version === 4 ? 0 : pseudoHeaderSum(source, destination, Protocol.ICMPV6, length);
}

/** The message as octets, with its checksum. */
export function serializeIcmp(message: Omit<IcmpMessage, 'kind'>, ends: IcmpEnds): Uint8Array {
  const header = new Uint8Array(HEADER);
  const view = viewOf(header);
  header.set([message.type, message.code]);
  view.setUint32(4, message.rest);
  const bytes = join(header, message.body);
  viewOf(bytes).setUint16(2, checksum(bytes, pseudo(ends, bytes.length)));
  return bytes;
}

/** Is the checksum of the message right? */
export function isIcmpChecksumRight(bytes: Uint8Array, ends: IcmpEnds): boolean {
  return isChecksumRight(bytes, pseudo(ends, bytes.length));
}
