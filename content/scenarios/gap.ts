import type { Scenario } from '#scenario/scenario.ts';

/**
 * Two pieces of text, and the first is lost: the second is acknowledged only when the first has come.
 * Without Nagle's algorithm, so that the second does not wait for the first to be acknowledged.
 */
export default {
  id: 'gap',
  hosts: [
    { name: 'A', title: 'client', address: '10.77.0.1', isn: [100], config: { nagle: false } },
    { name: 'B', title: 'server', address: '10.77.0.2', isn: [300] },
  ],
  delay: 40,
  script: [
    { at: -1001, host: 'B', do: 'listen', port: 8001 },
    { at: -1000, host: 'A', do: 'connect', to: 'B:8001', from: 40001 },
    { at: 0, host: 'A', do: 'send', text: 'alpha' },
    { at: 40, host: 'A', do: 'send', text: 'beta' },
  ],
  lose: ['A3'],
  until: 5_000,
} satisfies Scenario;
