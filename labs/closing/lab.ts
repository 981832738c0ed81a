import type { Lab } from '#judge/lab.ts';

export default {
  id: 'closing',
  chapter: 'closing/two-goodbyes',
  planks: ['finWait1Fin', 'closing'],
  profile: 'rfc9293',
  objectives: [
    'Draw the ladder of a simultaneous close, with all numbers and states.',
    'Say what CLOSING waits for, and what it passes over.',
    'Say why both ends of a simultaneous close wait in TIME-WAIT.',
  ],
  rfc: ['3.6', '3.10.7.4'],
  minutes: 15,
  needs: ['fin-wait'],
  tags: ['closing', 'CLOSING', 'simultaneous close'],
} satisfies Lab;
