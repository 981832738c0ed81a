import type { Scenario } from '#scenario/scenario.ts';

/** A connection from its first segment to the end of TIME-WAIT: opened, used, closed by both. */
export default {
  id: 'whole-life',
  hosts: [
    { name: 'A', title: 'client', address: '10.77.0.1', isn: [100] },
    { name: 'B', title: 'server', address: '10.77.0.2', isn: [300] },
  ],
  delay: 40,
  script: [
    { at: -1, host: 'B', do: 'listen', port: 8001 },
    { at: 0, host: 'A', do: 'connect', to: 'B:8001', from: 40001 },
    { at: 160, host: 'A', do: 'send', text: 'hello' },
    { at: 200, host: 'B', do: 'receive', max: 100 },
    { at: 320, host: 'A', do: 'close' },
    { at: 440, host: 'B', do: 'close' },
  ],
  until: 300_000,
} satisfies Scenario;
