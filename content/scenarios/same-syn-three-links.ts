import type { Scenario } from '#scenario/scenario.ts';

/**
 * A SYN over two routers, of which the first is a NAT. The two hosts and their segments are those of
 * a capture of Linux 6.18, to the last octet of TCP. C stands behind the same NAT and has called the
 * same server from the same port before: so the NAT must give A another one.
 */
export default {
  id: 'same-syn-three-links',
  hosts: [
    {
      ...{ name: 'A', title: 'client', address: '10.1.0.2', isn: [1278197390] },
      config: {
        ...{ rcvBuf: 64_240, windowScale: 10, sack: true },
        ...{ timestamps: true, timestampOffset: 88_829_137 },
      },
    },
    {
      ...{ name: 'B', title: 'server', address: '10.3.0.2', isn: [500, 772685071] },
      // Its clock, 15 ms before it answers: as long as the SYN travels.
      config: {
        ...{ rcvBuf: 65_160, windowScale: 10, sack: true },
        ...{ timestamps: true, timestampOffset: 1_922_056_768 },
      },
    },
    { name: 'C', title: 'client', address: '10.1.0.3', isn: [700] },
  ],
  delay: 15,
  network: {
    routers: [{ name: 'R2', address: '10.2.0.2' }],
    nats: [{ name: 'R1', address: '192.0.2.1', inner: '10.1.0.1', inside: ['A', 'C'] }],
    links: [
      { between: ['A', 'R1'], delay: 5 },
      { between: ['R1', 'R2'], delay: 5 },
      { between: ['R2', 'B'], delay: 5 },
      { between: ['C', 'R1'], delay: 5 },
    ],
  },
  script: [
    { at: -1000, host: 'B', do: 'listen', port: 9001 },
    { at: -900, host: 'C', do: 'connect', to: 'B:9001', from: 51436 },
    { at: 0, host: 'A', do: 'connect', to: 'B:9001', from: 51436 },
  ],
  until: 100,
} satisfies Scenario;
