import type { Scenario } from '#scenario/scenario.ts';

/** A says all that it has to say and closes; B answers only then. */
export default {
  id: 'half-close',
  hosts: [
    { name: 'A', title: 'client', address: '10.77.0.1', isn: [99] },
    { name: 'B', title: 'server', address: '10.77.0.2', isn: [299] },
  ],
  delay: 40,
  script: [
    { at: -400, host: 'B', do: 'listen', port: 8001 },
    { at: -400, host: 'A', do: 'connect', to: 'B:8001', from: 40001 },
    { at: 0, host: 'A', do: 'send', text: 'pine\nash\n' },
    { at: 20, host: 'A', do: 'close' },
    { at: 70, host: 'B', do: 'receive', max: 100 },
    { at: 150, host: 'B', do: 'send', text: 'ash\npine\n' },
    { at: 190, host: 'B', do: 'close' },
    { at: 195, host: 'A', do: 'receive', max: 100 },
  ],
  until: 10_000,
} satisfies Scenario;
