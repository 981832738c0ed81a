import type { Scenario } from '#scenario/scenario.ts';

/** Three octets and a FIN in segments of their own; the FIN is lost. Its number tells the two apart. */
export default {
  id: 'fin-lost',
  hosts: [
    { name: 'A', title: 'client', address: '10.77.0.1', isn: [100] },
    { name: 'B', title: 'server', address: '10.77.0.2', isn: [300] },
  ],
  delay: 40,
  script: [
    { at: -1001, host: 'B', do: 'listen', port: 8001 },
    { at: -1000, host: 'A', do: 'connect', to: 'B:8001', from: 40001 },
    { at: 0, host: 'A', do: 'send', text: 'bye' },
    { at: 40, host: 'A', do: 'close' },
  ],
  lose: ['A4'],
  until: 5_000,
} satisfies Scenario;
