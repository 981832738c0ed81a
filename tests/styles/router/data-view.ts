import type { Forwarding } from 'tcp';

// Everything by DataView and by hand: the header is summed anew.

const sum = (view: DataView, length: number): number => {
  let total = 0;
  for (let at = 0; at < length; at += 2) if (at !== 10) total += view.getUint16(at);
  while (total > 0xffff) total = (total & 0xffff) + (total >>> 16);
  return total;
};

export const forward = (datagram: Uint8Array, addresses: readonly string[]): Forwarding => {
  const view = new DataView(datagram.buffer, datagram.byteOffset, datagram.byteLength);
  const header = (view.getUint8(0) % 16) * 4;
  const octet = (at: number) => view.getUint8(at);
  const destination = `${octet(16)}.${octet(17)}.${octet(18)}.${octet(19)}`;
  for (const own of addresses) if (own === destination) return { type: 'deliver' };

  if (octet(8) > 1) {
    view.setUint8(8, octet(8) - 1);
    view.setUint16(10, 0xffff - sum(view, header));
    return { type: 'forward', datagram };
  }

  const isFragment = (view.getUint16(6) << 3) % 0x10000 > 0;
  const isError =
    octet(9) === 1 && datagram.length > header && [3, 4, 5, 11, 12].includes(octet(header));
  const isHost = octet(12) > 0 && octet(12) < 224 && octet(12) !== 127;
  return isFragment || isError || !isHost
    ? { type: 'drop', why: 'nobody may be told' }
    : { type: 'time exceeded', quote: datagram.subarray(0, Math.min(datagram.length, header + 8)) };
};
