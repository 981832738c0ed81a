import type { Entry } from '#course/glossary/entry.ts';

/** What is repeated, and after how long. */
export const entries = [
  {
    id: 'rtt',
    term: 'round-trip time',
    short: 'RTT',
    zh: '往返时间',
    zhAlso: ['往返时延'],
    means: 'The time from sending a segment to the arrival of its acknowledgment.',
    source: [{ rfc: 6298, section: '3' }],
    see: ['rto', 'timestamps'],
    taught: '/handshake/three-way/#when-one-is-lost',
  },
  {
    id: 'rto',
    term: 'retransmission timeout',
    short: 'RTO',
    zh: '重传超时时间',
    means:
      'How long TCP waits for an acknowledgment before it sends again. It is reckoned from measured round-trip times; before the first measurement it is 1 s.',
    source: [{ rfc: 6298, section: '2' }],
    see: ['rtt', 'retransmission', 'exponential-backoff'],
    taught: '/handshake/three-way/#when-one-is-lost',
  },
  {
    id: 'retransmission',
    term: 'retransmission',
    zh: '重传',
    means:
      'Sending again, with the same sequence numbers, what was sent and not acknowledged. Only what has a number is sent again: data, SYN and FIN.',
    source: [
      { rfc: 9293, section: '3.4' },
      { rfc: 9293, section: '3.8.1' },
    ],
    see: ['rto', 'exponential-backoff', 'ack'],
    taught: '/handshake/three-way/#when-one-is-lost',
  },
  {
    id: 'exponential-backoff',
    term: 'exponential backoff',
    zh: '指数退避',
    means:
      'Doubling the waiting time after every repetition that stays unanswered: 1, 2, 4, 8 … seconds.',
    source: [{ rfc: 6298, section: '5.5' }],
    not: 'Recent Linux kernels do not double it for the first few SYNs.',
    see: ['rto', 'retransmission'],
    taught: '/handshake/three-way/#when-one-is-lost',
  },
  {
    id: 'delayed-ack',
    term: 'delayed ACK',
    zh: '延迟确认',
    means:
      'Holding back an ACK for a moment, so that data or a FIN can take it along. The delay must be less than half a second.',
    source: [{ rfc: 9293, section: '3.8.6.3' }],
    see: ['ack', 'four-way-close'],
    taught: '/closing/two-goodbyes/#three-to-open-four-to-close',
  },
  {
    id: 'nagle',
    term: 'Nagle’s algorithm',
    zh: 'Nagle 算法',
    means:
      'Holding back a small piece of data as long as something is unacknowledged, so that small pieces gather into one segment. TCP_NODELAY switches it off.',
    source: [{ rfc: 9293, section: '3.7.4' }, { rfc: 896 }],
    see: ['delayed-ack', 'segment'],
  },
  {
    id: 'probe',
    term: 'probe',
    zh: '探测报文段',
    means:
      'A segment sent only to be answered: a zero-window probe asks whether there is room again, a keepalive probe whether anybody is there.',
    source: [
      { rfc: 9293, section: '3.8.4' },
      { rfc: 9293, section: '3.8.6.1' },
    ],
    see: ['zero-window', 'keepalive'],
    taught: '/operating/every-state/#the-timers',
  },
  {
    id: 'keepalive',
    term: 'keepalive',
    zh: '保活',
    zhAlso: ['保活机制', 'TCP keepalive'],
    means:
      'Probes that an idle connection sends to find out whether the other side still knows of it. By RFC 9293 it must be off unless the program asks for it, and the idle time two hours or more by default; FreeBSD has it on for every connection.',
    source: [{ rfc: 9293, section: '3.8.4' }, { text: 'FreeBSD, tcp(4), always_keepalive' }],
    not: 'HTTP keep-alive is something else: using one connection for several requests. A heartbeat (心跳) is what a program sends by itself.',
    see: ['half-open', 'probe', 'user-timeout'],
    taught: '/closing/slam-the-door/#asking',
  },
  {
    id: 'user-timeout',
    term: 'user timeout',
    zh: '用户超时',
    means:
      'The time after which a connection is given up if what was sent is still not acknowledged. On Linux a program sets it with TCP_USER_TIMEOUT.',
    source: [{ rfc: 9293, section: '3.8.3' }, { rfc: 5482 }, { text: 'man-pages, tcp(7)' }],
    see: ['retransmission', 'keepalive'],
    taught: '/closing/two-goodbyes/#when-a-goodbye-is-lost',
  },
] satisfies readonly Entry[];
