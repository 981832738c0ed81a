import { bad, ok, type Result } from '#wire/result.ts';
import type { Capture, CapturedPacket, Found } from './packet.ts';
import { isPcap, readPcap } from './pcap.ts';
import { isPcapng, readPcapng } from './pcapng.ts';
import { createTally } from './tally.ts';

/**
 * Reads a capture file, pcap or pcapng. Never throws: a file that is neither is an error, a file that
 * is damaged further on gives what stands before the damage, and a note.
 */
export function readCapture(bytes: Uint8Array): Result<Capture> {
  if (isPcap(bytes)) return ok(withTimes('pcap', readPcap(bytes)));
  if (isPcapng(bytes)) return ok(withTimes('pcapng', readPcapng(bytes)));
  if (bytes.length === 0) return bad('the file is empty', 0);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    return bad('the file is compressed with gzip: unpack it first', 0);
  }
  return bad('neither a pcap nor a pcapng file', 0);
}

/** Counts time from the first packet. A packet without a time has that of the one before it. */
function withTimes(format: Capture['format'], found: Found): Capture {
  const start = found.packets.find(({ time }) => time !== null)?.time ?? null;
  const tally = createTally();
  let latest = 0;
  const packets = found.packets.map(({ time, ...packet }): CapturedPacket => {
    const before = latest;
    if (time !== null && start !== null) latest = Number(time - start) / 1e6;
    if (latest < before) tally.add('earlier than the one before: put in order of time', packet.at);
    if (packet.bytes.length < packet.originalLength) {
      tally.add('cut by the snap length', packet.at);
    }
    return { ...packet, t: latest };
  });
  return { format, start, packets, notes: [...tally.notes(), ...found.notes] };
}
