import type { Scenario } from '#scenario/scenario.ts';

/** RFC 9293 Figure 9: A reboots and calls again from the port that it had. */
export default {
  id: 'half-open-syn',
  hosts: [
    { name: 'A', title: 'client', address: '10.77.0.1', isn: [99, 400] },
    { name: 'B', title: 'server', address: '10.77.0.2', isn: [299, 500] },
  ],
  delay: 40,
  script: [
    { at: -400, host: 'B', do: 'listen', port: 8001 },
    { at: -400, host: 'A', do: 'connect', to: 'B:8001', from: 40001 },
    { at: 0, host: 'A', do: 'crash' },
    { at: 80, host: 'A', do: 'connect', to: 'B:8001', from: 40001 },
  ],
  until: 10_000,
} satisfies Scenario;
