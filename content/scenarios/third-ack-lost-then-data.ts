import type { Scenario } from '#scenario/scenario.ts';

/** The third segment is lost, and the client has something to say before the server asks again. */
export default {
  id: 'third-ack-lost-then-data',
  hosts: [
    { name: 'A', title: 'client', address: '10.77.0.1', isn: [100] },
    { name: 'B', title: 'server', address: '10.77.0.2', isn: [300] },
  ],
  delay: 40,
  script: [
    { at: -1, host: 'B', do: 'listen', port: 8001 },
    { at: 0, host: 'A', do: 'connect', to: 'B:8001', from: 40001 },
    { at: 200, host: 'A', do: 'send', text: 'GET /' },
    { at: 260, host: 'B', do: 'receive', max: 100 },
  ],
  lose: ['A2'],
  until: 10_000,
} satisfies Scenario;
