import type { Scenario } from '#scenario/scenario.ts';

/** RFC 9293 Figure 11: both hosts listen, and an old SYN stirs one of them. Nobody is calling. */
export default {
  id: 'two-listeners',
  hosts: [
    { name: 'A', title: 'client', address: '10.77.0.1', isn: [100] },
    { name: 'B', title: 'server', address: '10.77.0.2', isn: [300] },
  ],
  delay: 40,
  script: [
    { at: -1, host: 'A', do: 'listen', port: 8001 },
    { at: -1, host: 'B', do: 'listen', port: 8001 },
  ],
  old: [{ at: 40, from: 'A', fromPort: 8001, toPort: 8001, flags: 'SYN', seq: 90 }],
  until: 10_000,
} satisfies Scenario;
