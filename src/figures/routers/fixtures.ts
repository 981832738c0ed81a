import type { Scenario } from '#scenario/scenario.ts';
import { playStory } from './play.ts';
import type { Story } from './story.ts';

/** A ─ R1 ─ R2 ─ B; R1 is a NAT, behind which C has used A's port before. */
export const scenario: Scenario = {
  id: 'way',
  hosts: [
    { name: 'A', title: 'client', address: '10.1.0.2', isn: [100] },
    { name: 'B', title: 'server', address: '10.3.0.2', isn: [300, 400] },
    { name: 'C', title: 'client', address: '10.1.0.3', isn: [700] },
  ],
  delay: 15,
  network: {
    routers: [{ name: 'R2', address: '10.2.0.2' }],
    nats: [{ name: 'R1', address: '192.0.2.1', inner: '10.1.0.1', inside: ['A', 'C'] }],
    links: [
      { between: ['A', 'R1'], delay: 5 },
      { between: ['R1', 'R2'], delay: 5 },
      { between: ['R2', 'B'], delay: 5 },
      { between: ['C', 'R1'], delay: 5 },
    ],
  },
  script: [
    { at: -1000, host: 'B', do: 'listen', port: 80 },
    { at: -900, host: 'C', do: 'connect', to: 'B:80', from: 4000 },
    { at: 0, host: 'A', do: 'connect', to: 'B:80', from: 4000 },
  ],
  until: 100,
};

/** The story of A's SYN with this TTL, over routers only or through the NAT. */
export function way(ttl: number, nat = false, more: Partial<Scenario> = {}): Story {
  return playStory({ ...scenario, ...more }, { ttl, nat });
}
