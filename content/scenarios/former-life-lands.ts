import type { Scenario } from '#scenario/scenario.ts';

/**
 * A world without TIME-WAIT. A connection has done its work and is over. Its client calls again from
 * the same port, and a copy of a segment of the first connection arrives in the second.
 */
export default {
  id: 'former-life-lands',
  hosts: [
    { name: 'A', title: 'client', address: '10.77.0.1', isn: [100, 120], config: { msl: 0 } },
    { name: 'B', title: 'server', address: '10.77.0.2', isn: [300, 700], config: { msl: 0 } },
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
    { at: 110, host: 'A', do: 'send', text: 'HELLO, customer 0007' },
    { at: 300, host: 'B', do: 'receive', max: 100 },
  ],
  old: [
    {
      ...{ at: 260, from: 'A', fromPort: 40001, toPort: 8001, flags: 'ACK', seq: 141, ack: 301 },
      ...{ text: 'PAY 100;' },
    },
  ],
  until: 390,
} satisfies Scenario;
