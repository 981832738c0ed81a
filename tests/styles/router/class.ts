import { checksum, type Forwarding } from 'tcp';

class Datagram {
  readonly octets: Uint8Array;

  constructor(octets: Uint8Array) {
    this.octets = octets;
  }

  at(index: number): number {
    return this.octets[index] ?? 0;
  }

  address(from: number): string {
    return Array.from(this.octets.subarray(from, from + 4), String).join('.');
  }

  get header(): number {
    return (this.at(0) & 0x0f) * 4;
  }

  get isLaterFragment(): boolean {
    return (this.at(6) & 0x1f) !== 0 || this.at(7) !== 0;
  }

  get isIcmpError(): boolean {
    return this.at(9) === 1 && new Set([3, 4, 5, 11, 12]).has(this.at(this.header));
  }

  get isFromHost(): boolean {
    const [first] = this.address(12).split('.').map(Number);
    return first !== undefined && first !== 0 && first !== 127 && first < 224;
  }

  nextHop(): Datagram {
    const octets = new Uint8Array(this.octets);
    octets[8] = this.at(8) - 1;
    octets[10] = octets[11] = 0;
    const sum = checksum(octets, 0, 0, this.header);
    octets[10] = sum >>> 8;
    octets[11] = sum;
    return new Datagram(octets);
  }
}

export function forward(octets: Uint8Array, addresses: readonly string[]): Forwarding {
  const datagram = new Datagram(octets);
  if (addresses.some((own) => own === datagram.address(16))) return { type: 'deliver' };
  if (datagram.at(8) >= 2) return { type: 'forward', datagram: datagram.nextHop().octets };
  if (datagram.isLaterFragment || datagram.isIcmpError || !datagram.isFromHost) {
    return { type: 'drop' };
  }
  return { type: 'time exceeded', quote: octets.subarray(0, datagram.header + 8) };
}
