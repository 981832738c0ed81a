import type { Entry } from '#course/glossary/entry.ts';

/** The control bits, and the segments that are called after them. */
export const entries = [
  {
    id: 'control-bit',
    term: 'control bit',
    zh: '控制位',
    zhAlso: ['标志位'],
    means:
      'One of eight bits in the TCP header that say what a segment is for: CWR, ECE, URG, ACK, PSH, RST, SYN, FIN.',
    source: [{ rfc: 9293, section: '3.1' }],
    also: ['flag'],
    not: 'Not six: that was RFC 793. ECE and CWR came with RFC 3168, and a ninth, AE, with RFC 9768.',
    see: ['syn', 'ack', 'fin', 'rst', 'psh'],
    taught: '/ground/numbers/#the-flags',
  },
  {
    id: 'syn',
    term: 'SYN',
    zh: '同步位',
    zhAlso: ['SYN 报文'],
    means:
      'Synchronize: the bit that says “my numbers begin here”, and the segment that carries it. It takes up one sequence number, so it can be acknowledged and is sent again.',
    source: [
      { rfc: 9293, section: '3.4' },
      { rfc: 9293, section: '4' },
    ],
    see: ['isn', 'handshake', 'segment-length'],
    taught: '/handshake/three-way/#first-syn',
  },
  {
    id: 'ack',
    term: 'ACK',
    zh: '确认位',
    zhAlso: ['确认', 'ACK 报文'],
    means:
      'The bit that says that the acknowledgment number means something, and a segment that carries nothing else. It takes up no sequence number, so nothing acknowledges it and it is never sent again by a timer.',
    source: [
      { rfc: 9293, section: '3.1' },
      { rfc: 9293, section: '3.5' },
    ],
    not: 'The bit is not the number. Every segment after the first SYN carries the bit, except for some RSTs.',
    see: ['acknowledgment-number', 'delayed-ack', 'cumulative-acknowledgment'],
    taught: '/handshake/three-way/#third-ack',
  },
  {
    id: 'fin',
    term: 'FIN',
    zh: '终止位',
    zhAlso: ['结束位', 'FIN 报文'],
    means:
      'The bit that says “no more data from me”. It takes up the sequence number behind the last octet of data, and ends one direction only.',
    source: [
      { rfc: 9293, section: '3.1' },
      { rfc: 9293, section: '3.4' },
      { rfc: 9293, section: '3.6' },
    ],
    not: 'It does not ask the other side to close, and it is no consent to the other side’s FIN.',
    see: ['half-close', 'active-close', 'eof', 'rst'],
    taught: '/closing/two-goodbyes/#a-connection-ends-twice',
  },
  {
    id: 'rst',
    term: 'RST',
    zh: '复位位',
    zhAlso: ['复位', '重置', 'RST 报文'],
    means:
      'Reset: the bit that says “there is no such connection here” or “I break it off”. It takes up no number, is never acknowledged and is never answered with a RST.',
    source: [
      { rfc: 9293, section: '3.5.2' },
      { rfc: 9293, section: '3.5.3' },
    ],
    not: 'Not every RST counts: in most states its number must be exactly RCV.NXT.',
    see: ['abort', 'challenge-ack', 'half-open', 'fin'],
    taught: '/closing/slam-the-door/#what-a-reset-is',
  },
  {
    id: 'psh',
    term: 'PSH',
    zh: '推送位',
    means:
      'Push: the bit that asks the receiver to hand over to its program what has come so far, without waiting for more.',
    source: [
      { rfc: 9293, section: '3.9.1.2' },
      { rfc: 9293, section: '4' },
    ],
    not: 'It marks no end of a message: a stream has no such marks.',
    see: ['control-bit', 'stream'],
    taught: '/ground/numbers/#the-flags',
  },
  {
    id: 'urg',
    term: 'URG',
    zh: '紧急位',
    means:
      'The bit that says that the urgent pointer means something; it points behind the urgent data. New programs are told not to use it.',
    source: [{ rfc: 9293, section: '3.8.5' }, { rfc: 6093 }],
    see: ['control-bit'],
    taught: '/ground/numbers/#the-flags',
  },
  {
    id: 'syn-ack',
    term: 'SYN,ACK',
    zh: 'SYN+ACK',
    zhAlso: ['第二次握手'],
    means:
      'The segment with both bits: it acknowledges the other side’s SYN and announces this side’s initial sequence number.',
    source: [
      { rfc: 9293, section: '3.4.1' },
      { rfc: 9293, section: '3.5' },
    ],
    not: 'It does not ask whether the client is ready.',
    see: ['syn', 'ack', 'handshake'],
    taught: '/handshake/three-way/#second-synack',
  },
  {
    id: 'challenge-ack',
    term: 'challenge ACK',
    zh: '挑战 ACK',
    means:
      'An ACK sent in answer to a RST or SYN that could be forged: it says which number is expected, and only a true peer can answer it with a RST that counts.',
    source: [
      { rfc: 5961, section: '3.2' },
      { rfc: 5961, section: '4.2' },
      { rfc: 9293, section: '3.10.7.4' },
    ],
    see: ['rst', 'half-open', 'rcv-nxt'],
    taught: '/closing/slam-the-door/#who-believes-it',
  },
] satisfies readonly Entry[];
