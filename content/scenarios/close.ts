import type { Scenario } from '#scenario/scenario.ts';

/**
 * RFC 9293 Figure 12: A closes, and B closes later. Segments, states and numbers are the figure's;
 * the handshake lies before time 0.
 */
export default {
  id: 'close',
  hosts: [
    { name: 'A', title: 'client', address: '10.77.0.1', isn: [99] },
    { name: 'B', title: 'server', address: '10.77.0.2', isn: [299] },
  ],
  delay: 40,
  script: [
    { at: -400, host: 'B', do: 'listen', port: 8001 },
    { at: -400, host: 'A', do: 'connect', to: 'B:8001', from: 40001 },
    { at: 0, host: 'A', do: 'close' },
    { at: 160, host: 'B', do: 'close' },
  ],
  until: 300_000,
} satisfies Scenario;
