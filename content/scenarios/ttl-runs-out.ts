import type { Scenario } from '#scenario/scenario.ts';

/** A SYN with too little to live: it ends at the second of two routers, and its sender hears of it. */
export default {
  id: 'ttl-runs-out',
  hosts: [
    { name: 'A', title: 'client', address: '10.1.0.2', isn: [100], ttl: 2 },
    { name: 'B', title: 'server', address: '10.3.0.2', isn: [300] },
  ],
  delay: 15,
  network: {
    routers: [
      { name: 'R1', address: '10.1.0.1' },
      { name: 'R2', address: '10.2.0.2' },
    ],
    links: [
      { between: ['A', 'R1'], delay: 5 },
      { between: ['R1', 'R2'], delay: 5 },
      { between: ['R2', 'B'], delay: 5 },
    ],
  },
  script: [
    { at: -1, host: 'B', do: 'listen', port: 9001 },
    { at: 0, host: 'A', do: 'connect', to: 'B:9001', from: 40474 },
  ],
  until: 100,
} satisfies Scenario;
