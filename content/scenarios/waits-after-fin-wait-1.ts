import type { Scenario } from '#scenario/scenario.ts';

/**
 * The server’s program closes at once, and its TCP lets the ACK wait for that: three segments, and
 * no FIN-WAIT-2.
 */
export default {
  id: 'waits-after-fin-wait-1',
  hosts: [
    { name: 'A', title: 'client', address: '10.77.0.1', isn: [100] },
    {
      ...{ name: 'B', title: 'server', address: '10.77.0.2', isn: [300] },
      config: { delayedAck: 40, delaysAckOfFin: true },
    },
  ],
  delay: 40,
  script: [
    { at: -500, host: 'B', do: 'listen', port: 8001 },
    { at: -400, host: 'A', do: 'connect', to: 'B:8001', from: 40001 },
    { at: 0, host: 'A', do: 'close' },
    { at: 50, host: 'B', do: 'close' },
  ],
  until: 300_000,
} satisfies Scenario;
