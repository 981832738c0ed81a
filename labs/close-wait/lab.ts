import type { Lab } from '#judge/lab.ts';

export default {
  id: 'close-wait',
  chapter: 'closing/two-goodbyes',
  planks: ['establishedFin', 'closeWait', 'lastAck'],
  profile: 'rfc9293',
  objectives: [
    'Say what the FIN of a peer changes, and what it leaves as it was.',
    'Say what ends CLOSE-WAIT, and who has to do it.',
    'Say which acknowledgment ends LAST-ACK, and why no TIME-WAIT follows.',
  ],
  rfc: ['3.10.7.4', '3.10.4', '3.6'],
  minutes: 20,
  needs: ['carry-bytes'],
  tags: ['closing', 'CLOSE-WAIT', 'LAST-ACK'],
} satisfies Lab;
