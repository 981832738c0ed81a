import { reference, type Result, type TcpPacket } from '#tcp';
import { checksum } from '#tcp/checksum.ts';
import type { Fault } from './fault.ts';

const { forward, parseSegment } = reference.functions;

/** What was read, with something else made of it. */
const reading =
  (change: (packet: TcpPacket, view: DataView) => Partial<TcpPacket>) =>
  (bytes: Uint8Array): Result<TcpPacket> => {
    const read = parseSegment(bytes);
    if (!read.ok) return read;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return { ok: true, value: { ...read.value, ...change(read.value, view) } };
  };

/** The header's octets with one of the options replaced by NOPs, if `wanted` says so. */
function withOptions(bytes: Uint8Array, change: (options: Uint8Array) => void): Uint8Array {
  const copy = bytes.slice();
  change(copy.subarray(20, ((copy[12] ?? 0) >> 4) * 4));
  return copy;
}

const withTtl = (datagram: Uint8Array, ttl: number): Uint8Array => {
  const copy = datagram.slice();
  copy[8] = ttl;
  copy.set([0, 0], 10);
  const sum = checksum(copy.subarray(0, 20));
  copy.set([sum >> 8, sum & 0xff], 10);
  return copy;
};

/** Reading a header (lab 1), and being a router (lab 2). */
export const wire: readonly Fault[] = [
  {
    name: 'data-offset-in-octets',
    says: 'The data offset is taken to count octets.',
    source: 'Lab 1; RFC 9293 §3.1',
    planks: {
      parseSegment: reading((_packet, view) => ({
        data: new Uint8Array(view.buffer, view.byteOffset + (view.getUint8(12) >> 4)).slice(),
      })),
    },
    killedBy: 'case: a header is read as it was written',
  },
  {
    name: 'flags-masked-with-six-bits',
    says: 'CWR and ECE are cut off.',
    source: 'Lab 1; RFC 9293 §3.1',
    planks: {
      parseSegment: reading(({ ctl }) => ({ ctl: { ...ctl, cwr: false, ece: false } })),
    },
    killedBy: 'case: a header is read as it was written',
  },
  {
    name: 'signed-numbers',
    says: 'Sequence numbers above 2^31 are read as negative.',
    source: 'Lab 1',
    planks: {
      parseSegment: reading((_packet, view) => ({ seq: view.getInt32(4), ack: view.getInt32(8) })),
    },
    killedBy: 'case: a header is read as it was written',
  },
  {
    name: 'window-little-endian',
    says: 'The window is read in the wrong byte order.',
    source: 'Lab 1',
    planks: { parseSegment: reading((_packet, view) => ({ wnd: view.getUint16(14, true) })) },
    killedBy: 'case: a header is read as it was written',
  },
  {
    name: 'unknown-option-ends-the-list',
    says: 'An option of unknown kind ends the reading of options.',
    source: 'Lab 1; behaviour 144; MUST-6',
    planks: {
      parseSegment: (bytes) =>
        parseSegment(
          withOptions(bytes, (options) => {
            if ((options[0] ?? 0) > 8) options.fill(0);
          }),
        ),
    },
    killedBy: 'case: an unknown option is passed over',
  },
  {
    name: 'option-of-no-length',
    says: 'An option whose length is 0 or 1 is passed over octet by octet.',
    source: 'Lab 1; behaviour 144; MUST-7',
    planks: {
      parseSegment: (bytes) =>
        parseSegment(
          withOptions(bytes, (options) => {
            if ((options[0] ?? 0) > 1 && (options[1] ?? 0) < 2) options.fill(1, 0, 2);
          }),
        ),
    },
    killedBy: 'case: an option of no length is an error',
  },
  {
    name: 'option-past-the-header',
    says: 'An option that runs past the header is cut short and taken.',
    source: 'Lab 1; behaviour 144',
    planks: {
      parseSegment: (bytes) =>
        parseSegment(
          withOptions(bytes, (options) => {
            if ((options[1] ?? 0) > options.length) options.fill(1);
          }),
        ),
    },
    killedBy: 'case: an option past the header is an error',
  },
  {
    name: 'last-hop-forwards',
    says: 'A datagram with TTL 1 is forwarded, with TTL 0.',
    source: 'Lab 2; RFC 1812 §5.3.1',
    planks: {
      forward(datagram, addresses) {
        if (datagram[8] !== 1) return forward(datagram, addresses);
        const onward = forward(withTtl(datagram, 2), addresses);
        return onward.type === 'forward'
          ? { type: 'forward', datagram: withTtl(onward.datagram, 0) }
          : onward;
      },
    },
    killedBy: 'case: a datagram ends at TTL 1',
  },
  {
    name: 'ttl-of-ones-own-datagram',
    says: 'A datagram for the router itself is dropped when it arrives with TTL 1.',
    source: 'Lab 2; RFC 1812 §5.3.1',
    planks: {
      forward: (datagram, addresses) =>
        datagram[8] === 1 ? forward(datagram, []) : forward(datagram, addresses),
    },
    killedBy: 'case: a datagram arrives with TTL 1',
  },
  {
    name: 'checksum-left-as-it-was',
    says: 'The header’s checksum does not follow the TTL.',
    source: 'Lab 2; RFC 1624',
    planks: {
      forward(datagram, addresses) {
        const onward = forward(datagram, addresses);
        if (onward.type !== 'forward') return onward;
        const copy = onward.datagram.slice();
        copy.set(datagram.subarray(10, 12), 10);
        return { type: 'forward', datagram: copy };
      },
    },
    killedBy: 'case: one hop changes TTL and checksum only',
  },
  {
    name: 'router-touches-the-segment',
    says: 'The router writes a checksum into what the datagram carries.',
    source: 'Lab 2',
    planks: {
      forward(datagram, addresses) {
        const onward = forward(datagram, addresses);
        if (onward.type !== 'forward') return onward;
        const copy = onward.datagram.slice();
        copy.set([0, 0], 36);
        return { type: 'forward', datagram: copy };
      },
    },
    killedBy: 'case: one hop changes TTL and checksum only',
  },
  {
    name: 'icmp-about-an-icmp-error',
    says: 'An ICMP error that dies on its way is reported with another one.',
    source: 'Lab 2; RFC 1812 §4.3.2.7',
    planks: {
      forward(datagram, addresses) {
        const onward = forward(datagram, addresses);
        if (onward.type !== 'drop' || datagram[8] !== 1) return onward;
        return { type: 'time exceeded', quote: datagram.slice(0, 28) };
      },
    },
    killedBy: 'case: no ICMP error is sent about an ICMP error',
  },
  {
    name: 'quote-of-the-header-only',
    says: 'The ICMP error quotes the IP header without the ports behind it.',
    source: 'Lab 2; RFC 1812 §4.3.2.3',
    planks: {
      forward(datagram, addresses) {
        const onward = forward(datagram, addresses);
        if (onward.type !== 'time exceeded') return onward;
        return { type: 'time exceeded', quote: onward.quote.slice(0, 20) };
      },
    },
    killedBy: 'case: a datagram ends at TTL 1',
  },
];
