import type { Scenario } from '#scenario/scenario.ts';

/** Three resets in A's name that A has not sent: beyond B's window, inside it, and at RCV.NXT. */
export default {
  id: 'three-resets',
  hosts: [
    { name: 'A', title: 'client', address: '10.77.0.1', isn: [99] },
    { name: 'B', title: 'server', address: '10.77.0.2', isn: [299] },
  ],
  delay: 40,
  script: [
    { at: -400, host: 'B', do: 'listen', port: 8001 },
    { at: -400, host: 'A', do: 'connect', to: 'B:8001', from: 40001 },
  ],
  old: [
    { at: 40, from: 'A', fromPort: 40001, toPort: 8001, flags: 'RST', seq: 70_000 },
    { at: 120, from: 'A', fromPort: 40001, toPort: 8001, flags: 'RST', seq: 5_000 },
    { at: 240, from: 'A', fromPort: 40001, toPort: 8001, flags: 'RST', seq: 100 },
  ],
  until: 10_000,
} satisfies Scenario;
