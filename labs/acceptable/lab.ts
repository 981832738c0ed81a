import type { Lab } from '#judge/lab.ts';

export default {
  id: 'acceptable',
  chapter: 'ground/state-machine',
  planks: ['acceptable'],
  profile: 'rfc9293',
  objectives: [
    'Apply the four cases of the acceptability test to any segment and window.',
    'Say what a host still takes while its window is shut, and why.',
    'Say which of a segment’s numbers the test looks at.',
  ],
  rfc: ['3.4', '3.10.7.4'],
  minutes: 15,
  needs: ['ring'],
  tags: ['numbers', 'window'],
} satisfies Lab;
