import type { Lab } from '#judge/lab.ts';

export default {
  id: 'fin-wait',
  chapter: 'closing/two-goodbyes',
  planks: ['close', 'closeEarly', 'finWait1', 'finWait2'],
  profile: 'rfc9293',
  objectives: [
    'Say when the FIN leaves after a CLOSE, and which number it takes.',
    'Tell the ACK of the FIN from an ACK of the text before it.',
    'Say what a half-closed connection still carries, and which ways lead to TIME-WAIT.',
  ],
  rfc: ['3.10.4', '3.10.7.4', '3.6', '3.3.2'],
  minutes: 25,
  needs: ['carry-bytes'],
  tags: ['closing', 'FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSE'],
} satisfies Lab;
