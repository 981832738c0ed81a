import type { Scenario } from '#scenario/scenario.ts';

/**
 * The same call and the same late copy. But the side that closed first is in TIME-WAIT, so there is
 * no second connection yet.
 */
export default {
  id: 'former-life-waits',
  hosts: [
    { name: 'A', title: 'client', address: '10.77.0.1', isn: [100, 120] },
    { name: 'B', title: 'server', address: '10.77.0.2', isn: [300, 700] },
  ],
  delay: 40,
  script: [
    { at: -2000, host: 'B', do: 'listen', port: 8001 },
    { at: -1000, host: 'A', do: 'connect', to: 'B:8001', from: 40001 },
    { at: -800, host: 'A', do: 'send', text: 'HELLO bank, this is customer no. 0042...' },
    { at: -700, host: 'A', do: 'send', text: 'PAY 100;' },
    { at: -500, host: 'A', do: 'close' },
    { at: -400, host: 'B', do: 'close' },
    { at: 0, host: 'A', do: 'connect', to: 'B:8001', from: 40001 },
    { at: 240_000, host: 'A', do: 'connect', to: 'B:8001', from: 40001 },
  ],
  old: [
    {
      ...{ at: 260, from: 'A', fromPort: 40001, toPort: 8001, flags: 'ACK', seq: 141, ack: 301 },
      ...{ text: 'PAY 100;' },
    },
  ],
  until: 241_000,
} satisfies Scenario;
