import type { Endpoint } from '#tcp';

/**
 * The kernel's addresses on the TUN device. The networks are those for measurements (RFC 2544) and
 * for documentation (RFC 3849).
 */
export const KERNEL = '198.18.0.1';
export const NETWORK_BITS = 16;
export const KERNEL_V6 = '2001:db8::1';
export const NETWORK_BITS_V6 = 64;

/** How many plays a run can have: each has an address for its engine, and ports of the kernel. */
const MOST = 10_000;

/** What belongs to one play. */
export interface Ends {
  readonly kernel: Endpoint;
  readonly engine: Endpoint;
  /** An address beyond the kernel, to which it is a router (or which it takes for its own). */
  readonly elsewhere: string;
}

/** The ends of the `n`th play, from 0. Throws RangeError beyond 10 000. */
export function endsOf(n: number, family: 4 | 6): Ends {
  if (n >= MOST) throw new RangeError(`a run has room for ${MOST} plays`);
  const host = 2 + n;
  const last = `${host >> 8}.${host & 0xff}`;
  return {
    kernel: { address: family === 4 ? KERNEL : KERNEL_V6, port: 8_000 + n },
    engine: {
      address: family === 4 ? `198.18.${last}` : `2001:db8::${host.toString(16)}`,
      port: 9_000,
    },
    elsewhere: `198.19.${last}`,
  };
}
