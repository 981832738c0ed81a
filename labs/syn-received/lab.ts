import type { Lab } from '#judge/lab.ts';

export default {
  id: 'syn-received',
  chapter: 'handshake/three-way',
  planks: ['synReceived'],
  profile: 'rfc9293',
  objectives: [
    'Say which acknowledgment completes the handshake, and what answers any other.',
    'Say what a reset and a SYN do in SYN-RECEIVED, after a passive OPEN and after an active one.',
    'Say why text and FIN of the third segment are not lost, and who takes them.',
  ],
  rfc: ['3.10.7.4', '3.5', '3.5.2', '3.5.3'],
  minutes: 25,
  needs: ['listen'],
  tags: ['opening', 'SYN-RECEIVED'],
} satisfies Lab;
