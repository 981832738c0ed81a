import type { Lab } from '#judge/lab.ts';

export default {
  id: 'ring',
  chapter: 'ground/numbers',
  planks: ['lt', 'leq', 'between', 'segLen'],
  profile: 'rfc9293',
  objectives: [
    'Compare two sequence numbers on either side of the edge of the ring.',
    'Say why two numbers half a ring apart have no order.',
    'Say what of a segment takes sequence numbers: its text, a SYN, a FIN.',
  ],
  rfc: ['3.4'],
  minutes: 15,
  needs: [],
  tags: ['numbers', 'sequence space'],
} satisfies Lab;
