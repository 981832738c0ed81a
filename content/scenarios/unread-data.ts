import type { Scenario } from '#scenario/scenario.ts';

/** B's program calls close() and has not read what A sent. The reset has the form that Linux gives it. */
export default {
  id: 'unread-data',
  hosts: [
    { name: 'A', title: 'client', address: '10.77.0.1', isn: [99] },
    {
      ...{ name: 'B', title: 'server', address: '10.77.0.2', isn: [299] },
      config: { abortForm: 'RST,ACK' },
    },
  ],
  delay: 40,
  script: [
    { at: -400, host: 'B', do: 'listen', port: 8001 },
    { at: -400, host: 'A', do: 'connect', to: 'B:8001', from: 40001 },
    { at: 0, host: 'A', do: 'send', text: 'unread' },
    { at: 120, host: 'B', do: 'close', halfDuplex: true },
  ],
  until: 10_000,
} satisfies Scenario;
