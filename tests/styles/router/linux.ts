import { word, type Forwarding } from 'tcp';

// As ip_decrease_ttl of Linux has it: 0x0100 comes on top of the checksum, with the carry.

export function forward(datagram: Uint8Array, addresses: readonly string[]): Forwarding {
  const [a, b, c, d] = datagram.slice(16, 20);
  if (addresses.indexOf([a, b, c, d].join('.')) >= 0) return { type: 'deliver' };

  const ttl = datagram[8] ?? 0;
  if (ttl < 2) return dead(datagram);

  const onward = Uint8Array.from(datagram);
  let check = word(onward, 10) + 0x0100;
  check += check >= 0xffff ? 1 : 0;
  onward.set([ttl - 1], 8);
  onward.set([(check >> 8) & 0xff, check & 0xff], 10);
  return { type: 'forward', datagram: onward };
}

function dead(datagram: Uint8Array): Forwarding {
  const header = ((datagram[0] ?? 0) & 15) << 2;
  const source = datagram[12] ?? 0;
  const isLater = (word(datagram, 6) & 0b0001_1111_1111_1111) > 0;
  if (isLater || source === 0 || source === 127 || source > 223) {
    return { type: 'drop', why: 'a fragment, or no host' };
  }
  const type = datagram[9] === 1 ? datagram[header] : undefined;
  if (type === 11 || type === 12 || (type !== undefined && type >= 3 && type <= 5)) {
    return { type: 'drop', why: 'an error about an error' };
  }
  return { type: 'time exceeded', quote: new Uint8Array(datagram.slice(0, header + 8)) };
}
