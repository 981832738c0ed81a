import type { Scenario } from '#scenario/scenario.ts';

/**
 * RFC 9293 Figure 8: an old SYN overtakes a new one. Segments, states and numbers are the figure's.
 */
export default {
  id: 'old-duplicate-syn',
  hosts: [
    { name: 'A', title: 'client', address: '10.77.0.1', isn: [100] },
    { name: 'B', title: 'server', address: '10.77.0.2', isn: [300, 400] },
  ],
  delay: 40,
  script: [
    { at: -1, host: 'B', do: 'listen', port: 8001 },
    { at: 0, host: 'A', do: 'connect', to: 'B:8001', from: 40001 },
  ],
  late: { A1: 120 },
  old: [{ at: 60, from: 'A', fromPort: 40001, toPort: 8001, flags: 'SYN', seq: 90 }],
  until: 10_000,
} satisfies Scenario;
