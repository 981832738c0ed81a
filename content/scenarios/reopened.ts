import type { Scenario } from '#scenario/scenario.ts';

/**
 * The server has closed first and waits. The same client calls again from the same port, with a
 * number beyond all that the old connection used (MAY-2).
 */
export default {
  id: 'reopened',
  hosts: [
    { name: 'A', title: 'client', address: '10.77.0.1', isn: [100, 400] },
    {
      name: 'B',
      title: 'server',
      address: '10.77.0.2',
      isn: [300, 700],
      config: { reopen: 'sequence' },
    },
  ],
  delay: 40,
  script: [
    { at: -500, host: 'B', do: 'listen', port: 8001 },
    { at: -400, host: 'A', do: 'connect', to: 'B:8001', from: 40001 },
    { at: -200, host: 'B', do: 'close' },
    { at: -100, host: 'A', do: 'close' },
    { at: 0, host: 'A', do: 'connect', to: 'B:8001', from: 40001 },
  ],
  until: 2_000,
} satisfies Scenario;
