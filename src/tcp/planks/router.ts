import { isChecksumRight, updateChecksum, type WireFunctions, word } from '../learner.ts';

/** Where the fields of an IPv4 header stand (RFC 791 §3.1), in octets. */
const FRAGMENT = 6;
const TTL = 8;
const PROTOCOL = 9;
const CHECKSUM = 10;
const SOURCE = 12;
const DESTINATION = 16;
const HEADER_MIN = 20;

const ICMP = 1;

/** Unreachable, source quench, redirect, time exceeded, parameter problem (RFC 792). */
const ICMP_ERRORS: readonly number[] = [3, 4, 5, 11, 12];

/** How much of what the datagram carries an ICMP message quotes at least: TCP's ports and SEG.SEQ. */
const QUOTED = 8;

/** RFC 1812 §5.2 and §5.3.1: one hop less to live, for what is on its way to somebody else. */
export const forward: WireFunctions['forward'] = (datagram, addresses) => {
  const header = ((datagram[0] ?? 0) & 0x0f) * 4;

  // RFC 1812 §5.2.2: what is no sound IPv4 header is dropped without a word.
  if ((datagram[0] ?? 0) >> 4 !== 4) return { type: 'drop', why: 'it is no IPv4 datagram' };
  if (header < HEADER_MIN || header > datagram.length) {
    return { type: 'drop', why: 'its IPv4 header is not whole' };
  }
  if (word(datagram, 2) < header || word(datagram, 2) > datagram.length) {
    return { type: 'drop', why: 'its total length cannot be right' };
  }
  if (!isChecksumRight(datagram, 0, 0, header)) {
    return { type: 'drop', why: 'the checksum of its IPv4 header is wrong' };
  }

  // §5.3.1: the TTL of what has arrived at its destination is nobody's business.
  if (addresses.includes(datagram.subarray(DESTINATION, DESTINATION + 4).join('.'))) {
    return { type: 'deliver' };
  }

  const ttl = datagram[TTL] as number;
  if (ttl <= 1) {
    return mayBeReported(datagram, header)
      ? { type: 'time exceeded', quote: datagram.slice(0, header + QUOTED) }
      : { type: 'drop', why: 'its TTL has run out, and no ICMP message may say so' };
  }

  const onward = datagram.slice();
  onward[TTL] = ttl - 1;
  // RFC 1624: one word of the header has changed, and the checksum changes by as much.
  const sum = updateChecksum(
    word(datagram, CHECKSUM),
    word(datagram, TTL),
    word(datagram, TTL) - 0x0100,
  );
  onward[CHECKSUM] = sum >> 8;
  onward[CHECKSUM + 1] = sum & 0xff;
  return { type: 'forward', datagram: onward };
};

/**
 * May an ICMP error be sent about it (RFC 1812 §4.3.2.7)? Not about an ICMP error, not about a later
 * fragment, not where the source is no single host.
 */
function mayBeReported(datagram: Uint8Array, header: number): boolean {
  const offset = (((datagram[FRAGMENT] ?? 0) & 0x1f) << 8) | (datagram[FRAGMENT + 1] ?? 0);
  const first = datagram[SOURCE] ?? 0;
  const isSingleHost = first !== 0 && first !== 127 && first < 224;
  if (offset !== 0 || !isSingleHost) return false;
  return datagram[PROTOCOL] !== ICMP || !ICMP_ERRORS.includes(datagram[header] ?? 0);
}
