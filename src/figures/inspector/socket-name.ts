import type { Endpoint } from '#tcp';

/** Stands for all addresses of a host. */
const ANY: ReadonlySet<string> = new Set(['', '0.0.0.0', '::']);

/** A socket as ss writes it: `10.77.0.1:8001`, `[2001:db8::1]:8001`, `0.0.0.0:8001` for any address. */
export function socketName({ address, port }: Endpoint): string {
  if (ANY.has(address)) return `${address === '::' ? '[::]' : '0.0.0.0'}:${port}`;
  return `${address.includes(':') ? `[${address}]` : address}:${port}`;
}

/** The other end of a listener: nobody yet. */
export function nobody({ address }: Endpoint): string {
  return address.includes(':') ? '[::]:*' : '0.0.0.0:*';
}
