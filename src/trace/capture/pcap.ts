import { viewOf } from '#wire/bytes.ts';
import type { CaptureNote, Found, TimedPacket } from './packet.ts';

/** The first four octets of a pcap file, read in network byte order: what they say of the rest. */
const MAGIC: ReadonlyMap<number, Form> = new Map([
  [0xa1b2_c3d4, { little: false, tick: 1000n, header: 16 }],
  [0xd4c3_b2a1, { little: true, tick: 1000n, header: 16 }],
  [0xa1b2_3c4d, { little: false, tick: 1n, header: 16 }],
  [0x4d3c_b2a1, { little: true, tick: 1n, header: 16 }],
  // "Modified" pcap of old Linux systems: each packet has 8 octets more about its interface.
  [0xa1b2_cd34, { little: false, tick: 1000n, header: 24 }],
  [0x34cd_b2a1, { little: true, tick: 1000n, header: 24 }],
]);

interface Form {
  readonly little: boolean;
  /** What the second number of a time counts, ns. */
  readonly tick: bigint;
  /** Octets before each packet. */
  readonly header: number;
}

const FILE_HEADER = 24;
const SECOND = 1_000_000_000n;

/** Does the file begin as a pcap file does? */
export function isPcap(bytes: Uint8Array): boolean {
  return bytes.length >= 4 && MAGIC.has(viewOf(bytes).getUint32(0));
}

/**
 * Reads a pcap file (draft-ietf-opsawg-pcap): both byte orders, micro- and nanoseconds. Whole records
 * are used up to the first that is cut short.
 */
export function readPcap(bytes: Uint8Array): Found {
  const packets: TimedPacket[] = [];
  const notes: CaptureNote[] = [];
  const view = viewOf(bytes);
  const { little = false, tick = 1n, header = 16 } = MAGIC.get(view.getUint32(0)) ?? {};
  if (bytes.length < FILE_HEADER) {
    return { packets, notes: [{ what: 'the file ends within its header', at: bytes.length }] };
  }
  // The upper half tells the length of a frame check sequence, which nothing here reads.
  const linkType = view.getUint32(20, little) & 0xffff;

  let at = FILE_HEADER;
  while (at < bytes.length) {
    const start = at + header;
    if (start > bytes.length) {
      notes.push({ what: 'the file ends within the header of a packet', at });
      break;
    }
    const captured = view.getUint32(at + 8, little);
    if (start + captured > bytes.length) {
      notes.push({ what: `the file ends within a packet of ${captured} octets`, at });
      break;
    }
    const seconds = BigInt(view.getUint32(at, little));
    packets.push({
      time: seconds * SECOND + BigInt(view.getUint32(at + 4, little)) * tick,
      interface: 0,
      linkType,
      bytes: bytes.subarray(start, start + captured),
      originalLength: Math.max(captured, view.getUint32(at + 12, little)),
      at,
    });
    at = start + captured;
  }
  return { packets, notes };
}
