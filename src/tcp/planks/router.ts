import { updateChecksum, type WireFunctions, word } from '../learner.ts';

/** Where the fields of an IPv4 header stand (RFC 791 §3.1), in octets. */
const FRAGMENT = 6;
const TTL = 8;
const PROTOCOL = 9;
const CHECKSUM = 10;
const SOURCE = 12;
const DESTINATION = 16;

const ICMP = 1;

/** Unreachable, source quench, redirect, time exceeded, parameter problem (RFC 792). */
const ICMP_ERRORS: readonly number[] = [3, 4, 5, 11, 12];

/** How much of what the datagram carries an ICMP message quotes at least: TCP's ports and SEG.SEQ. */
const QUOTED = 8;

/** RFC 1812 §5.3.1: one hop less to live, for what is on its way to somebody else. */
export const forward: WireFunctions['forward'] = (datagram, addresses) => {
  // The TTL of what has arrived at its destination is nobody's business.
  if (addresses.includes(datagram.subarray(DESTINATION, DESTINATION + 4).join('.'))) {
    return { type: 'deliver' };
  }

  const header = ((datagram[0] as number) & 0x0f) * 4;
  const ttl = datagram[TTL] as number;
  if (ttl <= 1) {
    return mayBeReported(datagram, header)
      ? { type: 'time exceeded', quote: datagram.slice(0, header + QUOTED) }
      : { type: 'drop', why: 'its TTL has run out, and no ICMP message may say so' };
  }

  const onward = datagram.slice();
  onward[TTL] = ttl - 1;
  // RFC 1624: one word of the header has changed, and the checksum changes by as much.
  const sum = updateChecksum(word(datagram, CHECKSUM), word(datagram, TTL), word(onward, TTL));
  onward[CHECKSUM] = sum >> 8;
  onward[CHECKSUM + 1] = sum & 0xff;
  return { type: 'forward', datagram: onward };
};

/**
 * May an ICMP error be sent about it (RFC 1812 §4.3.2.7)? Not about an ICMP error, not about a later
 * fragment, not where the source is no single host.
 */
function mayBeReported(datagram: Uint8Array, header: number): boolean {
  const offset = word(datagram, FRAGMENT) & 0x1fff;
  const first = datagram[SOURCE] as number;
  const isSingleHost = first !== 0 && first !== 127 && first < 224;
  if (offset !== 0 || !isSingleHost) return false;
  return datagram[PROTOCOL] !== ICMP || !ICMP_ERRORS.includes(datagram[header] ?? 0);
}
