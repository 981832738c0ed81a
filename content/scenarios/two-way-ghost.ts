import type { Scenario } from '#scenario/scenario.ts';

/** The old SYN again, in a world where a connection is open as soon as the SYN is answered. */
export default {
  id: 'two-way-ghost',
  hosts: [
    { name: 'A', title: 'client', address: '10.77.0.1', isn: [100] },
    { name: 'B', title: 'server', address: '10.77.0.2', isn: [300] },
  ],
  delay: 40,
  script: [{ at: -1, host: 'B', do: 'listen', port: 8001 }],
  old: [{ at: 40, from: 'A', fromPort: 40001, toPort: 8001, flags: 'SYN', seq: 90 }],
  players: { A: 'two-way', B: 'two-way' },
  until: 10_000,
} satisfies Scenario;
