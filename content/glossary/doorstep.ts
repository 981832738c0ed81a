import type { Entry } from '#course/glossary/entry.ts';

/** A listener’s queues, and what happens when they are full. */
export const entries = [
  {
    id: 'backlog',
    term: 'backlog',
    zh: '监听队列长度',
    zhAlso: ['backlog 参数'],
    means:
      'The second argument of listen(): how many connections may wait. On Linux it limits finished connections that wait for accept(), is cut down to `net.core.somaxconn`, and lets one more in than it says.',
    source: [
      { text: 'man-pages, listen(2)' },
      { text: 'Linux 6.1, include/net/sock.h, sk_acceptq_is_full()' },
    ],
    not: 'Not the number of connections that a server can hold.',
    see: ['accept-queue', 'syn-queue', 'listen'],
    taught: '/states/listen/',
  },
  {
    id: 'syn-queue',
    term: 'SYN queue',
    zh: '半连接队列',
    zhAlso: ['SYN 队列'],
    means:
      'A listener’s connections in SYN-RECEIVED: a SYN has come, a SYN,ACK has been sent, the third segment has not come. On Linux the listener’s backlog limits it too.',
    source: [
      { rfc: 4987, section: '2.2' },
      { text: 'Linux 6.1, include/net/inet_connection_sock.h, inet_csk_reqsk_queue_is_full()' },
    ],
    see: ['half-connection', 'accept-queue', 'syn-flood', 'backlog'],
    taught: '/states/syn-received/',
  },
  {
    id: 'accept-queue',
    term: 'accept queue',
    zh: '全连接队列',
    zhAlso: ['已完成连接队列'],
    means:
      'A listener’s connections that are ESTABLISHED and that no accept() has fetched yet. For a listener `ss -ltn` shows its length as Recv-Q and its limit as Send-Q.',
    source: [{ text: 'man-pages, listen(2)' }, { text: 'measured on Linux 6.18.44' }],
    see: ['accept', 'backlog', 'syn-queue'],
    taught: '/handshake/three-way/#it-is-the-kernel-that-shakes-hands',
  },
  {
    id: 'half-connection',
    term: 'half connection',
    zh: '半连接',
    means:
      'A connection that a listener has answered and that is not ESTABLISHED yet: SYN-RECEIVED. Chinese texts call it 半连接, English ones embryonic or, misleadingly, half-open.',
    source: [{ rfc: 4987, section: '2.2' }, { text: 'Linux, TcpExtEmbryonicRsts in nstat' }],
    also: ['embryonic connection'],
    not: 'Three things that are mixed up: 半连接 is SYN-RECEIVED, half-open (半打开) means that one end has forgotten, half-closed (半关闭) that one direction has ended.',
    see: ['half-open', 'half-close', 'syn-queue'],
    taught: '/states/syn-received/',
  },
  {
    id: 'syn-flood',
    term: 'SYN flood',
    zh: 'SYN 洪泛攻击',
    zhAlso: ['SYN 洪水攻击'],
    means:
      'SYNs, mostly with forged sources, that nobody means to follow up: they fill a listener’s SYN queue so that real callers find no room.',
    source: [{ rfc: 4987, section: '2' }],
    not: 'The kernel’s line “Possible SYN flooding” is no proof of one: a small backlog and many callers bring it too.',
    see: ['syn-queue', 'syn-cookie', 'half-connection'],
    taught: '/states/syn-received/',
  },
  {
    id: 'syn-cookie',
    term: 'SYN cookie',
    zh: 'SYN Cookie',
    means:
      'An initial sequence number into which a listener writes what it would otherwise have to remember of a SYN. The third segment brings it back, and only then is there a record.',
    source: [
      { rfc: 4987, section: '3.6' },
      { text: 'Linux, Documentation/networking/ip-sysctl.rst, tcp_syncookies' },
    ],
    not: 'It is not free: without a record a lost SYN,ACK is not sent again, and options survive only if timestamps can carry them.',
    see: ['syn-flood', 'isn', 'syn-queue'],
    taught: '/states/syn-received/#how-long-it-lasts',
  },
  {
    id: 'fast-open',
    term: 'TCP Fast Open',
    short: 'TFO',
    zh: 'TCP 快速打开',
    means:
      'An extension that lets data on a SYN be delivered before the handshake is over, if the SYN carries a cookie from an earlier connection. It saves a round trip, and such data may be delivered twice.',
    source: [{ rfc: 7413 }],
    see: ['syn', 'handshake'],
  },
] satisfies readonly Entry[];
