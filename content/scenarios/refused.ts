import type { Scenario } from '#scenario/scenario.ts';

/** Nobody listens: the SYN is answered with a reset, and connect() fails after one round trip. */
export default {
  id: 'refused',
  hosts: [
    { name: 'A', title: 'client', address: '10.77.0.1', isn: [100] },
    { name: 'B', title: 'server', address: '10.77.0.2', isn: [300] },
  ],
  delay: 40,
  script: [{ at: 0, host: 'A', do: 'connect', to: 'B:8001', from: 40001 }],
  until: 10_000,
} satisfies Scenario;
