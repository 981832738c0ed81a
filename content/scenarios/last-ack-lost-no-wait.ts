import type { Scenario } from '#scenario/scenario.ts';

/** The same loss in a world without TIME-WAIT: the FIN that comes again meets CLOSED. */
export default {
  id: 'last-ack-lost-no-wait',
  hosts: [
    { name: 'A', title: 'client', address: '10.77.0.1', isn: [100], config: { msl: 0 } },
    { name: 'B', title: 'server', address: '10.77.0.2', isn: [300] },
  ],
  delay: 40,
  script: [
    { at: -500, host: 'B', do: 'listen', port: 8001 },
    { at: -400, host: 'A', do: 'connect', to: 'B:8001', from: 40001 },
    { at: 0, host: 'A', do: 'close' },
    { at: 100, host: 'B', do: 'close' },
  ],
  lose: ['A4'],
  until: 300_000,
} satisfies Scenario;
