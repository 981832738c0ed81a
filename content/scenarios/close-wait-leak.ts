import type { Scenario } from '#scenario/scenario.ts';

/**
 * A's program calls close(), and A's FIN-WAIT-2 ends after 60 s, as on Linux. B's program never closes;
 * after a minute and a half it writes something.
 */
export default {
  id: 'close-wait-leak',
  hosts: [
    {
      ...{ name: 'A', title: 'client', address: '10.77.0.1', isn: [99] },
      config: { finWait2: 60_000 },
    },
    { name: 'B', title: 'server', address: '10.77.0.2', isn: [299] },
  ],
  delay: 40,
  script: [
    { at: -400, host: 'B', do: 'listen', port: 8001 },
    { at: -400, host: 'A', do: 'connect', to: 'B:8001', from: 40001 },
    { at: 0, host: 'A', do: 'close', halfDuplex: true },
    { at: 90_000, host: 'B', do: 'send', text: 'hello?' },
  ],
  until: 200_000,
} satisfies Scenario;
