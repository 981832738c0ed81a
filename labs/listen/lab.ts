import type { Lab } from '#judge/lab.ts';

export default {
  id: 'listen',
  chapter: 'handshake/three-way',
  planks: ['listen'],
  profile: 'rfc9293',
  objectives: [
    'Say what a host in LISTEN does with every kind of segment, in the RFC’s order.',
    'Give the sequence and acknowledgment numbers of a SYN,ACK, and of a reset.',
    'Say why a TCP must remember that a connection began with a passive OPEN.',
  ],
  rfc: ['3.10.7.2', '3.5.2', '3.5.3'],
  minutes: 20,
  needs: [],
  tags: ['opening', 'LISTEN'],
} satisfies Lab;
