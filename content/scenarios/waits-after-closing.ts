import type { Scenario } from '#scenario/scenario.ts';

/** Both close at once and the FINs cross: both come to TIME-WAIT through CLOSING. */
export default {
  id: 'waits-after-closing',
  hosts: [
    { name: 'A', title: 'client', address: '10.77.0.1', isn: [100] },
    { name: 'B', title: 'server', address: '10.77.0.2', isn: [300] },
  ],
  delay: 40,
  script: [
    { at: -500, host: 'B', do: 'listen', port: 8001 },
    { at: -400, host: 'A', do: 'connect', to: 'B:8001', from: 40001 },
    { at: 0, host: 'A', do: 'close' },
    { at: 0, host: 'B', do: 'close' },
  ],
  until: 300_000,
} satisfies Scenario;
