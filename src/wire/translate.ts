import type { Endpoint } from '#tcp';
import { knownAddress } from './address.ts';
import { viewOf } from './bytes.ts';
import { updateChecksum } from './checksum.ts';

const HEADER_CHECKSUM = 10;
const SOURCE = 12;
const DESTINATION = 16;
const TCP_CHECKSUM = 16;

/**
 * An IPv4 datagram that carries TCP, with another source or destination written into it: address and
 * port. Both checksums follow word by word (RFC 1624), so that one that was wrong stays wrong (RFC
 * 3022 §4.1). Of a datagram that is cut off behind the ports, as ICMP quotes it, as much is changed as there
 * is. `datagram` stays as it is. Throws RangeError if an address is not IPv4.
 */
export function translate(
  datagram: Uint8Array,
  { src, dst }: { readonly src?: Endpoint; readonly dst?: Endpoint },
): Uint8Array {
  const bytes = datagram.slice();
  const view = viewOf(bytes);
  const tcp = ((bytes[0] ?? 0) & 0x0f) * 4;
  const sums = [HEADER_CHECKSUM, tcp + TCP_CHECKSUM].filter((at) => at + 2 <= bytes.length);

  const write = (at: number, word: number, covering: readonly number[]) => {
    const before = view.getUint16(at);
    view.setUint16(at, word);
    for (const sum of covering) {
      view.setUint16(sum, updateChecksum(view.getUint16(sum), before, word));
    }
  };
  const writeEnd = (end: Endpoint, addressAt: number, portAt: number) => {
    const octets = knownAddress(end.address)?.octets;
    if (octets?.length !== 4) throw new RangeError(`${end.address} is no IPv4 address`);
    // The pseudo-header holds the addresses, so TCP's checksum covers them too.
    write(addressAt, viewOf(octets).getUint16(0), sums);
    write(addressAt + 2, viewOf(octets).getUint16(2), sums);
    write(portAt, end.port, sums.slice(1));
  };

  if (src !== undefined) writeEnd(src, SOURCE, tcp);
  if (dst !== undefined) writeEnd(dst, DESTINATION, tcp + 2);
  return bytes;
}
