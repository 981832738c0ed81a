import { updateChecksum, word, type Forwarding } from 'tcp';

/**
 * A datagram has come to a router. Its IPv4 header is sound: version, lengths
 * and checksum were looked at before.
 *
 *   octet 0        version, 4 bits; header length in words of 4 octets, 4 bits
 *   octets 6, 7    three flags, and the fragment offset, 13 bits
 *   octet 8        TTL
 *   octet 9        protocol: 1 is ICMP, 6 is TCP
 *   octets 10, 11  checksum of the header
 *   octets 12–15   source address
 *   octets 16–19   destination address
 *
 * `addresses` are the router's own, such as '10.0.0.254'.
 * `word(octets, at)` reads 16 bits.
 */
export function forward(datagram: Uint8Array, addresses: readonly string[]): Forwarding {
  // Is it for the router itself? { type: 'deliver' }

  // Has its TTL run out? { type: 'time exceeded', quote } with the header and
  // the next 8 octets, or { type: 'drop' } where no ICMP error may be sent.

  // Else it goes on: { type: 'forward', datagram }
  return { type: 'drop' };
}
