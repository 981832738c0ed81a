import type { Endpoint } from '#tcp';

/** The kernel's address on the TUN device; the whole network is documentation space (RFC 5737). */
export const KERNEL = '192.0.2.1';
export const NETWORK_BITS = 24;

/** How many scenarios a run can have: each has an address for its engine, and a port of the kernel. */
const MOST = 250;

/** The two ends of the `n`th scenario, from 0. Throws RangeError beyond 250. */
export function endsOf(n: number): { readonly kernel: Endpoint; readonly engine: Endpoint } {
  if (n >= MOST) throw new RangeError(`a run has room for ${MOST} scenarios`);
  return {
    kernel: { address: KERNEL, port: 8000 + n },
    engine: { address: `192.0.2.${2 + n}`, port: 9000 },
  };
}
