import type { TableCase } from '#judge/suite.ts';
import { datagramOf } from '#tcp/ipv4.ts';

const OWN = ['10.0.0.254', '10.9.0.254'];

export default [
  {
    id: 'one-hop-further',
    rfc: 'RFC 1812, 5.3.1',
    call: 'forward',
    args: [
      [datagramOf({ ttl: 64 }), OWN],
      [datagramOf({ ttl: 2 }), OWN],
      [datagramOf({ ttl: 255, protocol: 17, service: 0xb8 }), OWN],
    ],
  },
  {
    id: 'the-ttl-runs-out',
    rfc: 'RFC 1812, 5.3.1',
    call: 'forward',
    args: [[datagramOf({ ttl: 1 }), OWN]],
  },
  {
    id: 'for-the-router-itself',
    rfc: 'RFC 1812, 5.3.1',
    call: 'forward',
    args: [[datagramOf({ ttl: 64, destination: [10, 0, 0, 254] }), OWN]],
  },
] satisfies readonly TableCase[];
