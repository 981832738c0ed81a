import type { Scenario } from '#scenario/scenario.ts';

/**
 * Two hosts of one office behind a NAT call the same server by turns. The clock of A’s timestamps
 * has run for longer than that of C.
 */
export default {
  id: 'nat-office',
  hosts: [
    {
      ...{ name: 'A', title: 'client', address: '10.1.0.2', isn: [1000, 2000, 3000] },
      config: { timestamps: true, timestampOffset: 88_829_000 },
    },
    {
      ...{
        name: 'B',
        title: 'server',
        address: '203.0.113.9',
        isn: [5000, 6000, 7000, 8000, 9000],
      },
      config: { timestamps: true, timestampOffset: 700_000 },
    },
    {
      ...{ name: 'C', title: 'client', address: '10.1.0.3', isn: [4000, 4500] },
      config: { timestamps: true, timestampOffset: 1_204_000 },
    },
  ],
  delay: 10,
  network: {
    nats: [{ name: 'R1', address: '192.0.2.1', inner: '10.1.0.1', inside: ['A', 'C'] }],
    links: [
      { between: ['A', 'R1'], delay: 5 },
      { between: ['C', 'R1'], delay: 5 },
      { between: ['R1', 'B'], delay: 5 },
    ],
  },
  script: [
    { at: -1, host: 'B', do: 'listen', port: 443 },
    { at: 0, host: 'A', do: 'connect', to: 'B:443', from: 40001 },
    { at: 5_000, host: 'C', do: 'connect', to: 'B:443', from: 50001 },
    { at: 20_000, host: 'A', do: 'connect', to: 'B:443', from: 40002 },
    { at: 30_000, host: 'C', do: 'connect', to: 'B:443', from: 50002 },
    { at: 85_000, host: 'C', do: 'connect', to: 'B:443', from: 50003 },
  ],
  until: 86_000,
} satisfies Scenario;
