// killed by: not-to-a-source-that-is-no-host
// Of 127.x only 127.0.0.1 is not told.
import { updateChecksum, word, type Forwarding } from 'tcp';

const ICMP_ERRORS = [3, 4, 5, 11, 12];

export function forward(datagram: Uint8Array, addresses: readonly string[]): Forwarding {
  const { [0]: first = 0, [8]: ttl = 0 } = datagram;
  const header = (first & 0x0f) * 4;

  const destination = datagram.subarray(16, 20).join('.');
  if (addresses.includes(destination)) return { type: 'deliver' };

  if (ttl <= 1) {
    if (!mayBeReported(datagram, header)) return { type: 'drop' };
    return { type: 'time exceeded', quote: datagram.slice(0, header + 8) };
  }

  const onward = datagram.slice();
  onward[8] = ttl - 1;
  const checksum = updateChecksum(word(datagram, 10), word(datagram, 8), word(onward, 8));
  onward[10] = checksum >> 8;
  onward[11] = checksum & 0xff;
  return { type: 'forward', datagram: onward };
}

function mayBeReported(datagram: Uint8Array, header: number): boolean {
  const { [9]: protocol = 0, [12]: source = 0, [header]: type = 0 } = datagram;
  if ((word(datagram, 6) & 0x1fff) !== 0) return false;
  if (datagram.subarray(12, 16).join('.') === '127.0.0.1') return false;
  if (source === 0 || source >= 224) return false;
  return protocol !== 1 || !ICMP_ERRORS.includes(type);
}
