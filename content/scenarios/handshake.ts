import type { Scenario } from '#scenario/scenario.ts';

/** RFC 9293 Figure 6: a client calls, a server listens, three segments. */
export default {
  id: 'handshake',
  hosts: [
    { name: 'A', title: 'client', address: '10.77.0.1', isn: [100] },
    { name: 'B', title: 'server', address: '10.77.0.2', isn: [300] },
  ],
  delay: 40,
  script: [
    { at: -1, host: 'B', do: 'listen', port: 8001 },
    { at: 0, host: 'A', do: 'connect', to: 'B:8001', from: 40001 },
  ],
  until: 10_000,
} satisfies Scenario;
