import type { Lab } from '#judge/lab.ts';

export default {
  id: 'time-wait',
  chapter: 'waiting/time-wait',
  planks: ['timeWait', 'mayReopen'],
  profile: 'rfc9293',
  objectives: [
    'Say which segment starts TIME-WAIT anew, and why the others do not.',
    'Say what a reset can do to TIME-WAIT, and what RFC 1337 says against it.',
    'Say when a SYN may reopen a connection, and where its new sequence number begins.',
  ],
  rfc: ['3.10.7.4', '3.10.8', '3.6.1'],
  minutes: 25,
  needs: ['fin-wait', 'closing'],
  tags: ['waiting', 'TIME-WAIT'],
} satisfies Lab;
