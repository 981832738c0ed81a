import { viewOf } from '#wire/bytes.ts';

/** An interface of a section (draft-ietf-opsawg-pcapng §4.2). */
export interface Interface {
  readonly linkType: number;
  /** Octets kept of each packet; 0 if there is no limit. */
  readonly snapLength: number;
  /** A time in ticks of this interface, as ns since 1970. */
  time(ticks: bigint): bigint;
}

/** Codes of an interface block's options that matter to a reader. */
const Option = { END: 0, TIME_RESOLUTION: 9, TIME_OFFSET: 14 } as const;

const SECOND = 1_000_000_000n;

/** Reads the body of an interface block; `null` if it is too short. */
export function readInterface(body: Uint8Array, little: boolean): Interface | null {
  if (body.length < 8) return null;
  const view = viewOf(body);
  let perSecond = 1_000_000n;
  let offset = 0n;
  for (let at = 8; at + 4 <= body.length;) {
    const code = view.getUint16(at, little);
    const length = view.getUint16(at + 2, little);
    const start = at + 4;
    if (code === Option.END || start + length > body.length) break;
    if (code === Option.TIME_RESOLUTION && length === 1) {
      perSecond = resolution(view.getUint8(start));
    }
    if (code === Option.TIME_OFFSET && length === 8) offset = view.getBigInt64(start, little);
    at = start + Math.ceil(length / 4) * 4;
  }
  return {
    linkType: view.getUint16(0, little),
    snapLength: view.getUint32(4, little),
    time: (ticks) => (ticks * SECOND) / perSecond + offset * SECOND,
  };
}

/** `if_tsresol`: ticks in a second, a power of 2 if the highest bit is set, else of 10. */
function resolution(octet: number): bigint {
  return (octet & 0x80) === 0 ? 10n ** BigInt(octet) : 2n ** BigInt(octet & 0x7f);
}
