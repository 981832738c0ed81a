import type { Scenario } from '#scenario/scenario.ts';

/** An open connection: five octets go one way, three the other. Each side counts its own. */
export default {
  id: 'two-streams',
  hosts: [
    { name: 'A', title: 'client', address: '10.77.0.1', isn: [100] },
    { name: 'B', title: 'server', address: '10.77.0.2', isn: [300] },
  ],
  delay: 40,
  script: [
    { at: -1001, host: 'B', do: 'listen', port: 8001 },
    { at: -1000, host: 'A', do: 'connect', to: 'B:8001', from: 40001 },
    { at: 0, host: 'A', do: 'send', text: 'hello' },
    { at: 120, host: 'B', do: 'send', text: 'hi!' },
  ],
  until: 5_000,
} satisfies Scenario;
