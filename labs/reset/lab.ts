import type { Lab } from '#judge/lab.ts';

export default {
  id: 'reset',
  chapter: 'closing/slam-the-door',
  planks: ['rst', 'resetOpen', 'resetClosing', 'challenge', 'abort'],
  profile: 'rfc9293',
  objectives: [
    'Say which resets are believed, and what answers one that is not.',
    'Say what a reset ends in each state, and who is told.',
    'Say what an ABORT sends, and what becomes of text that waits.',
  ],
  rfc: ['3.10.7.4', '3.5.2', '3.5.3', '3.10.5'],
  minutes: 20,
  needs: ['carry-bytes'],
  tags: ['closing', 'reset', 'challenge ACK'],
} satisfies Lab;
