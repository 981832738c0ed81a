import type { Scenario } from '#scenario/scenario.ts';

/** The network delivers the same text twice: the copy is not acceptable, and is answered. */
export default {
  id: 'text-twice',
  hosts: [
    { name: 'A', title: 'client', address: '10.77.0.1', isn: [100] },
    { name: 'B', title: 'server', address: '10.77.0.2', isn: [300] },
  ],
  delay: 40,
  script: [
    { at: -1001, host: 'B', do: 'listen', port: 8001 },
    { at: -1000, host: 'A', do: 'connect', to: 'B:8001', from: 40001 },
    { at: 0, host: 'A', do: 'send', text: 'hello' },
    { at: 10, segment: 'A3', do: 'duplicate', by: 80 },
    { at: 60, host: 'B', do: 'receive', max: 100 },
  ],
  until: 5_000,
} satisfies Scenario;
