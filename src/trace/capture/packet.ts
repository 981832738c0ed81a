/** A packet as it stands in a capture file. */
export interface CapturedPacket {
  /** Ms since the first packet of the file. Fractions keep the nanoseconds. */
  readonly t: number;
  /** Which interface of the file saw it, from 0, counted through all sections. */
  readonly interface: number;
  /** How the bytes begin: a link type of the tcpdump registry (`LinkType`). */
  readonly linkType: number;
  readonly bytes: Uint8Array;
  /** Octets that the packet had on the wire: more than `bytes` if a snap length cut it. */
  readonly originalLength: number;
  /** Where its record begins in the file. */
  readonly at: number;
}

/** Something that a reader of the capture should know. */
export interface CaptureNote {
  readonly what: string;
  /** Where in the file, in octets; of several places the first. */
  readonly at: number;
}

/** What a capture file holds. */
export interface Capture {
  readonly format: 'pcap' | 'pcapng';
  /** When the first packet was seen, ns since 1970; `null` if there is none. */
  readonly start: bigint | null;
  /** In the order of the file. */
  readonly packets: readonly CapturedPacket[];
  readonly notes: readonly CaptureNote[];
}

/** A packet with its absolute time, before the file's first packet is known. */
export interface TimedPacket extends Omit<CapturedPacket, 't'> {
  /** Ns since 1970; `null` where the file does not say. */
  readonly time: bigint | null;
}

/** What one of the two readers found. */
export interface Found {
  readonly packets: readonly TimedPacket[];
  readonly notes: readonly CaptureNote[];
}
