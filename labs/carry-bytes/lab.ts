import type { Lab } from '#judge/lab.ts';

export default {
  id: 'carry-bytes',
  chapter: 'closing/two-goodbyes',
  planks: ['trim', 'established', 'send'],
  profile: 'rfc9293',
  objectives: [
    'Say which octets of a segment are new, which are old, and which have to wait.',
    'Say what an ACK acknowledges, what an old one changes, and what answers one of the unsent.',
    'Tell by SND.WL1 and SND.WL2 which segment may set the window.',
  ],
  rfc: ['3.10.7.4', '3.10.2', '3.4', '3.8.6'],
  minutes: 30,
  needs: ['syn-received', 'syn-sent'],
  tags: ['ESTABLISHED', 'SEND', 'window', 'retransmission'],
} satisfies Lab;
