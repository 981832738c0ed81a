import type { Scenario } from '#scenario/scenario.ts';

/** The server lets the ACK of the FIN wait up to 40 ms, and its program closes before they are over. */
export default {
  id: 'three-to-close',
  hosts: [
    { name: 'A', title: 'client', address: '10.77.0.1', isn: [99] },
    {
      ...{ name: 'B', title: 'server', address: '10.77.0.2', isn: [299] },
      config: { delayedAck: 40, delaysAckOfFin: true },
    },
  ],
  delay: 40,
  script: [
    { at: -400, host: 'B', do: 'listen', port: 8001 },
    { at: -400, host: 'A', do: 'connect', to: 'B:8001', from: 40001 },
    { at: 0, host: 'A', do: 'close' },
    { at: 70, host: 'B', do: 'close' },
  ],
  until: 10_000,
} satisfies Scenario;
