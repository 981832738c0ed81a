import type { Lab } from '#judge/lab.ts';

export default {
  id: 'closed',
  chapter: 'handshake/three-way',
  planks: ['closed'],
  profile: 'rfc9293',
  objectives: [
    'Say what a host answers when a segment meets no connection.',
    'Give the sequence and acknowledgment numbers of both forms of a reset.',
    'Say why a reset is never answered.',
  ],
  rfc: ['3.10.7.1', '3.5.2'],
  minutes: 15,
  needs: ['acceptable'],
  tags: ['opening', 'CLOSED', 'RST'],
} satisfies Lab;
