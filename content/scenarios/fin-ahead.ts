import type { Scenario } from '#scenario/scenario.ts';

/** The last data is lost, and the FIN behind it arrives: an end with a gap before it. */
export default {
  id: 'fin-ahead',
  hosts: [
    { name: 'A', title: 'client', address: '10.77.0.1', isn: [99] },
    { name: 'B', title: 'server', address: '10.77.0.2', isn: [299] },
  ],
  delay: 40,
  script: [
    { at: -400, host: 'B', do: 'listen', port: 8001 },
    { at: -400, host: 'A', do: 'connect', to: 'B:8001', from: 40001 },
    { at: 0, host: 'A', do: 'send', text: 'bye\n' },
    { at: 20, host: 'A', do: 'close' },
    { at: 1_060, host: 'B', do: 'receive', max: 100 },
  ],
  lose: ['A3'],
  until: 10_000,
} satisfies Scenario;
