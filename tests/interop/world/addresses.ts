import type { Endpoint } from '#tcp';

/** The kernel's addresses on the TUN device; all networks are documentation space (RFC 5737, RFC 3849). */
export const KERNEL = '192.0.2.1';
export const NETWORK_BITS = 24;
export const KERNEL_V6 = '2001:db8::1';
export const NETWORK_BITS_V6 = 64;

/** How many scenarios a run can have: each has an address for its engine, and ports of the kernel. */
const MOST = 250;

/** What belongs to one scenario. */
export interface Ends {
  readonly kernel: Endpoint;
  readonly engine: Endpoint;
  /** An address beyond the kernel, to which it is a router (or which it takes for its own). */
  readonly elsewhere: string;
}

/** The ends of the `n`th scenario, from 0. Throws RangeError beyond 250. */
export function endsOf(n: number, family: 4 | 6): Ends {
  if (n >= MOST) throw new RangeError(`a run has room for ${MOST} scenarios`);
  const host = 2 + n;
  return {
    kernel: { address: family === 4 ? KERNEL : KERNEL_V6, port: 8000 + n },
    engine: {
      address: family === 4 ? `192.0.2.${host}` : `2001:db8::${host.toString(16)}`,
      port: 9000,
    },
    elsewhere: `198.51.100.${host}`,
  };
}
