import type { Lab } from '#judge/lab.ts';

export default {
  id: 'router',
  chapter: 'ground/road',
  planks: ['forward'],
  profile: 'rfc9293',
  objectives: [
    'Say what a router changes in a datagram, and what it leaves as it was.',
    'Say where a TTL of 1 ends, and where it does not matter.',
    'Say what an ICMP message quotes, and about what none is sent.',
  ],
  rfc: ['3.9.2', '3.9.2.2'],
  minutes: 15,
  needs: [],
  tags: ['IP', 'TTL', 'ICMP'],
} satisfies Lab;
