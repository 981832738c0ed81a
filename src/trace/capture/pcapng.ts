import { viewOf } from '#wire/bytes.ts';
import { type Interface, readInterface } from './pcapng-interface.ts';
import type { CaptureNote, Found, TimedPacket } from './packet.ts';

/** Types of blocks (draft-ietf-opsawg-pcapng §4). All others are skipped. */
export const BlockType = {
  SECTION_HEADER: 0x0a0d_0d0a,
  INTERFACE: 1,
  /** Obsolete since 2004, and still found. */
  PACKET: 2,
  SIMPLE_PACKET: 3,
  ENHANCED_PACKET: 6,
} as const;

/** Tells the byte order of a section. */
export const BYTE_ORDER_MAGIC = 0x1a2b_3c4d;

/** Type, length, and the length once more at the end. */
const BLOCK_MIN = 12;

/** A block's body, and how to read it. */
interface Block {
  readonly type: number;
  /** Where it begins in the file. */
  readonly at: number;
  readonly little: boolean;
  readonly body: Uint8Array;
}

/** Does the file begin as a pcapng file does? */
export function isPcapng(bytes: Uint8Array): boolean {
  return bytes.length >= 4 && viewOf(bytes).getUint32(0) === BlockType.SECTION_HEADER;
}

/** Reads a pcapng file, up to the first block that is cut short or cannot be right. */
export function readPcapng(bytes: Uint8Array): Found {
  const packets: TimedPacket[] = [];
  const notes: CaptureNote[] = [];
  /** The interfaces of the section, and how many the sections before had. */
  let interfaces: (Interface | null)[] = [];
  let earlier = 0;
  let little = false;

  let at = 0;
  while (at < bytes.length) {
    const block = nextBlock(bytes, at, little);
    if (typeof block === 'string') {
      notes.push({ what: block, at });
      break;
    }
    at += block.body.length + BLOCK_MIN;
    little = block.little;
    if (block.type === BlockType.SECTION_HEADER) {
      earlier += interfaces.length;
      interfaces = [];
    } else if (block.type === BlockType.INTERFACE) {
      const read = readInterface(block.body, little);
      if (read === null) notes.push({ what: 'an interface block is too short', at: block.at });
      interfaces.push(read);
    } else {
      const packet = readPacket(block, interfaces);
      if (typeof packet === 'string') notes.push({ what: packet, at: block.at });
      else if (packet) packets.push({ ...packet, interface: packet.interface + earlier });
    }
  }
  return { packets, notes };
}

/** The block at `at`, or what is wrong with it. */
function nextBlock(bytes: Uint8Array, at: number, sectionIsLittle: boolean): Block | string {
  const view = viewOf(bytes);
  if (at + BLOCK_MIN > bytes.length) return 'the file ends within the header of a block';
  // The type of a section header reads the same from both ends; its byte order stands in its body.
  const isSection = view.getUint32(at) === BlockType.SECTION_HEADER;
  let little = sectionIsLittle;
  if (isSection) {
    little = view.getUint32(at + 8, true) === BYTE_ORDER_MAGIC;
    if (!little && view.getUint32(at + 8) !== BYTE_ORDER_MAGIC) {
      return 'a section header without its byte-order magic';
    }
  }
  const length = view.getUint32(at + 4, little);
  if (length < (isSection ? 28 : BLOCK_MIN) || length % 4 !== 0) {
    return `a block says that it is ${length} octets long; the rest is not read`;
  }
  if (at + length > bytes.length) return `the file ends within a block of ${length} octets`;
  const again = view.getUint32(at + length - 4, little);
  if (again !== length) {
    return `a block of ${length} octets says ${again} at its end; the rest is not read`;
  }
  const major = isSection ? view.getUint16(at + 12, little) : 1;
  if (major !== 1) return `a section in version ${major} of the format; the rest is not read`;
  const body = bytes.subarray(at + 8, at + length - 4);
  return { type: view.getUint32(at, little), at, little, body };
}

/** The packet of a block; `null` if the block holds none; or what is wrong with it. */
function readPacket(
  { type, at, little, body }: Block,
  interfaces: readonly (Interface | null)[],
): TimedPacket | string | null {
  const simple = type === BlockType.SIMPLE_PACKET;
  const obsolete = type === BlockType.PACKET;
  if (!simple && !obsolete && type !== BlockType.ENHANCED_PACKET) return null;
  const header = simple ? 4 : 20;
  if (body.length < header) return 'a packet block is too short';
  const view = viewOf(body);
  const id = simple ? 0 : obsolete ? view.getUint16(0, little) : view.getUint32(0, little);
  const on = interfaces[id];
  if (on === undefined) return `a packet of interface ${id}, which no block describes`;
  if (on === null) return `a packet of interface ${id}, which cannot be read`;
  const original = view.getUint32(simple ? 0 : 16, little);
  // A simple packet does not say how much of it was captured (§4.4).
  const captured = simple
    ? Math.min(original, on.snapLength || original, body.length - header)
    : view.getUint32(12, little);
  if (header + captured > body.length) return `a packet of ${captured} octets in a shorter block`;
  const ticks = simple
    ? null
    : (BigInt(view.getUint32(4, little)) << 32n) | BigInt(view.getUint32(8, little));
  return {
    time: ticks === null ? null : on.time(ticks),
    interface: id,
    linkType: on.linkType,
    bytes: body.subarray(header, header + captured),
    originalLength: Math.max(captured, original),
    at,
  };
}
