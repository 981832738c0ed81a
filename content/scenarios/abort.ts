import type { Scenario } from '#scenario/scenario.ts';

/** A has sent six octets that are not acknowledged yet when its program calls ABORT. */
export default {
  id: 'abort',
  hosts: [
    { name: 'A', title: 'client', address: '10.77.0.1', isn: [99] },
    { name: 'B', title: 'server', address: '10.77.0.2', isn: [299] },
  ],
  delay: 40,
  script: [
    { at: -400, host: 'B', do: 'listen', port: 8001 },
    { at: -400, host: 'A', do: 'connect', to: 'B:8001', from: 40001 },
    { at: 0, host: 'A', do: 'send', text: 'wait, ' },
    { at: 20, host: 'A', do: 'abort' },
  ],
  until: 10_000,
} satisfies Scenario;
