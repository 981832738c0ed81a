import type { Entry } from '#course/glossary/entry.ts';

/** The connection, its names, and how a program opens it. */
export const entries = [
  {
    id: 'connection',
    term: 'connection',
    zh: '连接',
    means:
      'What two TCPs remember about each other so that octets can pass reliably in both directions, named by a pair of sockets. Nothing between the two hosts has to know of it.',
    source: [
      { rfc: 9293, section: '2.2' },
      { rfc: 9293, section: '4' },
    ],
    see: ['four-tuple', 'tcb', 'incarnation'],
    taught: '/ground/state-machine/#a-connection-is-two-records',
  },
  {
    id: 'tcb',
    term: 'transmission control block',
    short: 'TCB',
    zh: '传输控制块',
    means:
      'The record that a TCP keeps of one connection: its state, its two sockets, its sequence variables, its queues. In CLOSED there is none.',
    source: [
      { rfc: 9293, section: '3.3.1' },
      { rfc: 9293, section: '4' },
    ],
    see: ['connection', 'state', 'snd-una', 'rcv-nxt'],
    taught: '/ground/state-machine/#the-record-the-tcb',
  },
  {
    id: 'state',
    term: 'state',
    zh: '状态',
    means:
      'What one side knows of the connection: one of LISTEN, SYN-SENT, SYN-RECEIVED, ESTABLISHED, FIN-WAIT-1, FIN-WAIT-2, CLOSE-WAIT, CLOSING, LAST-ACK, TIME-WAIT, or the fictional CLOSED. Each side has its own.',
    source: [{ rfc: 9293, section: '3.3.2' }],
    not: 'A connection as a whole has no state. There is no state called “FIN ACK”; that is a segment.',
    see: ['tcb', 'user-call'],
    taught: '/ground/state-machine/#what-each-side-waits-for',
  },
  {
    id: 'host',
    term: 'host',
    zh: '主机',
    means: 'A computer at an end of the path: a source or a destination of datagrams.',
    source: [{ rfc: 9293, section: '4' }],
    see: ['router', 'peer'],
  },
  {
    id: 'peer',
    term: 'peer',
    zh: '对端',
    zhAlso: ['对方'],
    means: 'The TCP at the other end of the connection.',
    source: [{ rfc: 9293, section: '1' }],
    also: ['remote TCP peer', 'the other side'],
    see: ['client', 'server'],
  },
  {
    id: 'client',
    term: 'client',
    zh: '客户端',
    means:
      'The side whose program calls: it opens actively. TCP itself knows of no difference once the connection stands.',
    source: [{ rfc: 9293, section: '3.3.2' }],
    not: 'Not by its nature the side that closes first.',
    see: ['active-open', 'server', 'active-close'],
    taught: '/ground/road/#a-call',
  },
  {
    id: 'server',
    term: 'server',
    zh: '服务器',
    zhAlso: ['服务端'],
    means: 'The side whose program waits to be called: it opens passively.',
    source: [{ rfc: 9293, section: '3.3.2' }],
    see: ['passive-open', 'client', 'listen'],
    taught: '/ground/road/#a-call',
  },
  {
    id: 'port',
    term: 'port',
    zh: '端口',
    means:
      'A number from 0 to 65 535 that says which of a host’s endpoints a segment is for. Every segment carries the source’s and the destination’s.',
    source: [
      { rfc: 9293, section: '3.1' },
      { rfc: 9293, section: '4' },
    ],
    see: ['socket', 'four-tuple', 'ephemeral-port'],
    taught: '/ground/state-machine/#a-connection-is-two-records',
  },
  {
    id: 'ephemeral-port',
    term: 'ephemeral port',
    zh: '临时端口',
    zhAlso: ['随机端口'],
    means:
      'A local port that the kernel picks for a connection that a program opens without naming one. Linux picks it from `ip_local_port_range`, by default 32768 to 60999.',
    source: [
      { text: 'Linux, Documentation/networking/ip-sysctl.rst' },
      { rfc: 6056, section: '2' },
    ],
    also: ['dynamic port'],
    see: ['port', 'port-exhaustion', 'four-tuple'],
    taught: '/waiting/time-wait-in-production/#what-runs-out',
  },
  {
    id: 'port-exhaustion',
    term: 'port exhaustion',
    zh: '端口耗尽',
    means:
      'Every local port is in use towards one destination address and port, so that `connect()` to it fails; on Linux with EADDRNOTAVAIL. Another destination may use the same ports.',
    source: [{ text: 'measured on Linux 6.18.44' }],
    not: 'A server does not run out of ports: all its connections share the listening port.',
    see: ['ephemeral-port', 'four-tuple', 'time-wait-reuse'],
    taught: '/waiting/time-wait-in-production/#what-runs-out',
  },
  {
    id: 'socket',
    term: 'socket',
    zh: '套接字',
    means:
      'In the RFC, an address and a port together: one end of a connection. In the programming interface, the thing that a program holds by a descriptor and calls connect(), send() and close() on.',
    source: [{ rfc: 9293, section: '4' }, { text: 'POSIX, XSH 2.10' }],
    see: ['four-tuple', 'descriptor', 'port'],
    taught: '/ground/state-machine/#a-connection-is-two-records',
  },
  {
    id: 'four-tuple',
    term: 'four-tuple',
    zh: '四元组',
    means:
      'Local address, local port, remote address, remote port: the pair of sockets that names a connection. Two connections may share three of the four, never all.',
    source: [{ rfc: 9293, section: '4' }],
    also: ['4-tuple', 'pair of sockets'],
    not: 'With the protocol counted in it is called the five-tuple (五元组).',
    see: ['socket', 'connection', 'incarnation', 'port-exhaustion'],
    taught: '/ground/numbers/#what-a-segment-says',
  },
  {
    id: 'descriptor',
    term: 'file descriptor',
    zh: '文件描述符',
    zhAlso: ['文件句柄'],
    means:
      'The small number by which a process names an open socket or file. Several descriptors, in several processes, may name one socket; close() lets go of one of them.',
    source: [{ text: 'POSIX, XBD 3 and close()' }],
    see: ['socket', 'close-call', 'shutdown', 'leak'],
    taught: '/closing/two-goodbyes/#what-the-programs-see',
  },
  {
    id: 'kernel',
    term: 'kernel',
    zh: '内核',
    means:
      'The core of the operating system. On Linux and the BSDs it holds the TCP; programs ask it by calls, and segments are answered without them.',
    source: [{ text: 'man-pages, tcp(7)' }, { text: 'FreeBSD, tcp(4)' }],
    see: ['accept', 'user-call', 'descriptor'],
    taught: '/handshake/three-way/#it-is-the-kernel-that-shakes-hands',
  },
  {
    id: 'user-call',
    term: 'user call',
    zh: '用户调用',
    means:
      'What a program asks of its TCP: OPEN, SEND, RECEIVE, CLOSE, ABORT, STATUS in the RFC; connect(), listen(), send(), recv(), close() and others in the socket interface.',
    source: [{ rfc: 9293, section: '3.9.1' }],
    see: ['active-open', 'passive-open', 'close-call', 'abort'],
    taught: '/ground/state-machine/#what-each-side-waits-for',
  },
  {
    id: 'active-open',
    term: 'active OPEN',
    zh: '主动打开',
    means:
      'The call that begins a connection by sending a SYN: `connect()`. It leads from CLOSED to SYN-SENT.',
    source: [
      { rfc: 9293, section: '3.3.2' },
      { rfc: 9293, section: '3.10.1' },
    ],
    see: ['passive-open', 'client', 'simultaneous-open'],
    taught: '/ground/state-machine/#what-each-side-waits-for',
  },
  {
    id: 'passive-open',
    term: 'passive OPEN',
    zh: '被动打开',
    means: 'The call that waits to be called: `listen()`. It leads from CLOSED to LISTEN.',
    source: [
      { rfc: 9293, section: '3.3.2' },
      { rfc: 9293, section: '3.10.1' },
    ],
    see: ['active-open', 'server', 'listen'],
    taught: '/ground/state-machine/#what-each-side-waits-for',
  },
  {
    id: 'simultaneous-open',
    term: 'simultaneous open',
    zh: '同时打开',
    means:
      'Both sides open actively towards each other and their SYNs cross. Each goes from SYN-SENT through SYN-RECEIVED to ESTABLISHED, and one connection comes of it.',
    source: [{ rfc: 9293, section: '3.5' }],
    not: 'It does not make two connections.',
    see: ['active-open', 'self-connect', 'simultaneous-close'],
    taught: '/ground/state-machine/#the-state-diagram',
  },
  {
    id: 'self-connect',
    term: 'self-connect',
    zh: '自连接',
    means:
      'A connection of a socket with itself: a program calls a local port to which nobody listens, and the kernel gives it that very port. It is a simultaneous open with one host on both ends.',
    source: [{ rfc: 9293, section: '3.5' }, { text: 'measured on Linux 6.18.44' }],
    see: ['simultaneous-open', 'ephemeral-port'],
  },
  {
    id: 'handshake',
    term: 'three-way handshake',
    zh: '三次握手',
    means:
      'SYN, SYN,ACK, ACK: each side sends its initial sequence number and has it acknowledged, in three segments, because the second carries both an answer and a number.',
    source: [
      { rfc: 9293, section: '3.4.1' },
      { rfc: 9293, section: '3.5' },
    ],
    also: ['three-message handshake'],
    see: ['syn', 'isn', 'old-duplicate'],
    taught: '/handshake/three-way/',
  },
  {
    id: 'listen',
    term: 'listen()',
    zh: '监听',
    means:
      'The call by which a program says that it will take connections on a port: a passive OPEN. From then on the kernel answers SYNs by itself.',
    source: [{ rfc: 9293, section: '3.10.1' }, { text: 'man-pages, listen(2)' }],
    see: ['passive-open', 'backlog', 'accept'],
    taught: '/handshake/three-way/#behind-the-door-listen',
  },
  {
    id: 'accept',
    term: 'accept()',
    zh: '接受连接',
    means:
      'The call that takes the next finished connection out of the accept queue, or waits for one. The handshake is over by then.',
    source: [{ text: 'man-pages, accept(2)' }],
    not: 'It does not make the connection, and it sends nothing.',
    see: ['accept-queue', 'listen', 'kernel'],
    taught: '/handshake/three-way/#it-is-the-kernel-that-shakes-hands',
  },
  {
    id: 'full-duplex',
    term: 'full duplex',
    zh: '全双工',
    means:
      'Octets go both ways at once, in two streams that are numbered, acknowledged and ended independently of each other.',
    source: [
      { rfc: 9293, section: '3.6' },
      { rfc: 9293, section: '3.6.1' },
    ],
    see: ['stream', 'half-close'],
    taught: '/closing/two-goodbyes/#a-connection-ends-twice',
  },
  {
    id: 'so-reuseaddr',
    term: 'SO_REUSEADDR',
    zh: '地址复用',
    zhAlso: ['地址重用'],
    means:
      'A socket option that lets bind() take a local address that connections in TIME-WAIT still use. On Linux the earlier socket must have had it as well.',
    source: [{ text: 'man-pages, socket(7)' }, { text: 'measured on Linux 6.18.44' }],
    not: 'It shortens no TIME-WAIT, and it is not SO_REUSEPORT, which lets several listeners share a port.',
    see: ['port', '2msl', 'listen'],
    taught: '/waiting/time-wait-in-production/#address-already-in-use',
  },
] satisfies readonly Entry[];
