import type { Scenario } from '#scenario/scenario.ts';

/**
 * The client is in TIME-WAIT, and a copy of a segment of the server arrives. The answer to it draws
 * a reset, and the reset ends the wait (RFC 1337).
 */
export default {
  id: 'assassinated',
  hosts: [
    { name: 'A', title: 'client', address: '10.77.0.1', isn: [100] },
    { name: 'B', title: 'server', address: '10.77.0.2', isn: [300] },
  ],
  delay: 40,
  script: [
    { at: -2000, host: 'B', do: 'listen', port: 8001 },
    { at: -1000, host: 'A', do: 'connect', to: 'B:8001', from: 40001 },
    { at: -800, host: 'B', do: 'send', text: 'BYE' },
    { at: -600, host: 'A', do: 'close' },
    { at: -500, host: 'B', do: 'close' },
  ],
  old: [
    {
      ...{ at: 40, from: 'B', fromPort: 8001, toPort: 40001, flags: 'ACK', seq: 301, ack: 101 },
      text: 'BYE',
    },
  ],
  until: 300_000,
} satisfies Scenario;
