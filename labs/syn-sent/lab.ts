import type { Lab } from '#judge/lab.ts';

export default {
  id: 'syn-sent',
  chapter: 'handshake/three-way',
  planks: ['synSent'],
  profile: 'rfc9293',
  objectives: [
    'Say what a host in SYN-SENT does with every kind of segment, in the RFC’s order.',
    'Say which ACKs and which resets an answer to a SYN may bear.',
    'Tell how two hosts that call each other at once come to one connection.',
  ],
  rfc: ['3.10.7.3', '3.5', '3.5.2'],
  minutes: 25,
  needs: ['acceptable'],
  tags: ['opening', 'SYN-SENT', 'RST', 'simultaneous open'],
} satisfies Lab;
