import type { Scenario } from '#scenario/scenario.ts';

/**
 * A connection whose numbers pass 4294967295. B takes no more than forty octets at a time, so that
 * its window can be drawn.
 */
export default {
  id: 'over-the-edge',
  hosts: [
    { name: 'A', title: 'client', address: '10.77.0.1', isn: [4_294_967_290] },
    {
      ...{ name: 'B', title: 'server', address: '10.77.0.2', isn: [300] },
      config: { rcvBuf: 40 },
    },
  ],
  delay: 40,
  script: [
    { at: -1, host: 'B', do: 'listen', port: 8001 },
    { at: 0, host: 'A', do: 'connect', to: 'B:8001', from: 40001 },
    { at: 160, host: 'A', do: 'send', text: 'over the edge' },
    { at: 320, host: 'A', do: 'close' },
  ],
  until: 420,
} satisfies Scenario;
