import type { Options, Segment } from '#tcp';
import { isIpv4ChecksumRight, parseIp, Protocol, pseudoHeaderSum, serializeIp } from './ip.ts';
import type { TcpOption } from './options.ts';
import { bad, ok, type Result } from './result.ts';
import { isTcpChecksumRight, parseTcp, serializeTcp } from './tcp.ts';

/** How a datagram that carries a segment is written. */
export interface DatagramOptions {
  /** 64 unless given. */
  readonly ttl?: number;
  readonly id?: number;
}

/** The engine's options as they stand on the wire. */
function toWire({ mss }: Options): readonly TcpOption[] {
  return mss === undefined ? [] : [{ kind: 'mss', mss }];
}

/** The options that the engine knows; of two of a kind the last one counts. */
function fromWire(options: readonly TcpOption[]): Options {
  const mss = options.findLast((option) => option.kind === 'mss')?.mss;
  return mss === undefined ? {} : { mss };
}

/** A segment as an IP datagram, with its checksums. */
export function segmentToDatagram(seg: Segment, { ttl, id }: DatagramOptions = {}): Uint8Array {
  const { src, dst, seq, ack, ctl, wnd, up, data } = seg;
  const payload = serializeTcp(
    {
      ...{ seq, ack, ctl, wnd, up, data },
      sourcePort: src.port,
      destinationPort: dst.port,
      reserved: 0,
      options: toWire(seg.options),
    },
    (length) => pseudoHeaderSum(src.address, dst.address, Protocol.TCP, length),
  );
  return serializeIp({
    source: src.address,
    destination: dst.address,
    protocol: Protocol.TCP,
    payload,
    ...(ttl === undefined ? {} : { ttl }),
    ...(id === undefined ? {} : { id }),
  });
}

/** The segment that an IP datagram carries. Both checksums must be right (MUST-3). */
export function segmentFromDatagram(bytes: Uint8Array): Result<Segment> {
  const ip = parseIp(bytes);
  if (!ip.ok) return ip;
  const { source, destination, payload, protocol, version } = ip.value;
  const start = bytes.length - payload.length;
  if (version === 4 && !isIpv4ChecksumRight(bytes)) return bad('the IPv4 checksum is wrong', 10);
  if (protocol !== Protocol.TCP) return bad(`protocol ${protocol} is not TCP`, 0);
  if (ip.value.moreFragments || ip.value.fragmentOffset > 0) return bad('a fragment', 6);
  const pseudo = pseudoHeaderSum(source, destination, Protocol.TCP, payload.length);
  const tcp = parseTcp(payload);
  if (!tcp.ok) return bad(tcp.error.what, start + tcp.error.at);
  if (!isTcpChecksumRight(payload, pseudo)) return bad('the TCP checksum is wrong', start + 16);
  const { sourcePort, destinationPort, options, seq, ack, ctl, wnd, up, data } = tcp.value;
  return ok({
    src: { address: source, port: sourcePort },
    dst: { address: destination, port: destinationPort },
    ...{ seq, ack, ctl, wnd, up, data },
    options: fromWire(options),
  });
}
