import type { Entry } from '#course/glossary/entry.ts';

/** How connections end, well or badly. */
export const entries = [
  {
    id: 'four-way-close',
    term: 'four-way close',
    zh: '四次挥手',
    means:
      'Two FINs, each with its ACK, one pair for each direction. The ACK of the first FIN and the second FIN may share a segment; then there are three.',
    source: [{ rfc: 9293, section: '3.6' }],
    not: 'Not a handshake in reverse: no side needs the other’s consent.',
    see: ['fin', 'half-close', 'delayed-ack'],
    taught: '/closing/two-goodbyes/#the-four-segments',
  },
  {
    id: 'active-close',
    term: 'active close',
    zh: '主动关闭',
    means:
      'Closing first: sending a FIN before one has come from the other side. Whoever does it ends in TIME-WAIT, client or server.',
    source: [
      { rfc: 9293, section: '3.6' },
      { rfc: 9293, section: '3.6.1' },
    ],
    see: ['passive-close', '2msl', 'simultaneous-close'],
    taught: '/closing/two-goodbyes/#the-four-states-of-a-close',
  },
  {
    id: 'passive-close',
    term: 'passive close',
    zh: '被动关闭',
    means:
      'Closing second: a FIN has come, CLOSE-WAIT is entered, and when the program closes, LAST-ACK. It does not lead to TIME-WAIT.',
    source: [
      { rfc: 9293, section: '3.3.2' },
      { rfc: 9293, section: '3.6' },
    ],
    see: ['active-close', 'eof', 'leak'],
    taught: '/closing/two-goodbyes/#the-four-states-of-a-close',
  },
  {
    id: 'simultaneous-close',
    term: 'simultaneous close',
    zh: '同时关闭',
    means:
      'Both sides close before the other’s FIN has arrived. If neither FIN is lost, both go from FIN-WAIT-1 through CLOSING to TIME-WAIT.',
    source: [{ rfc: 9293, section: '3.6' }],
    see: ['active-close', 'simultaneous-open'],
    taught: '/closing/two-goodbyes/#both-at-once',
  },
  {
    id: 'half-close',
    term: 'half-close',
    zh: '半关闭',
    means:
      'Ending one direction by a FIN while the other goes on, to the knowledge of both ends. In the socket interface it is shutdown(SHUT_WR).',
    source: [
      { rfc: 9293, section: '3.6' },
      { rfc: 9293, section: '3.6.1' },
    ],
    also: ['half-closed connection'],
    not: 'Not half-open, where one end knows nothing of the connection any more.',
    see: ['shutdown', 'fin', 'half-open', 'half-connection'],
    taught: '/closing/two-goodbyes/#half-closed',
  },
  {
    id: 'half-open',
    term: 'half-open',
    zh: '半打开',
    means:
      'Said of a connection of which one end has lost its record, by a crash for example, and the other does not know. It comes to light when one of them speaks.',
    source: [{ rfc: 9293, section: '3.5.1' }],
    not: 'Not half-closed, and not a connection in SYN-RECEIVED, which is often called half-open too.',
    see: ['half-close', 'half-connection', 'keepalive', 'rst'],
    taught: '/closing/slam-the-door/#half-open',
  },
  {
    id: 'close-call',
    term: 'close()',
    zh: '关闭套接字',
    means:
      'The call by which a process lets go of a descriptor. When the last one for a socket goes, TCP sends its FIN behind the data that still waits, and the program can no longer read either.',
    source: [{ rfc: 9293, section: '3.10.4' }, { text: 'POSIX, close()' }],
    not: 'The RFC’s CLOSE ends sending only. What arrives after close() is answered with a RST on Linux.',
    see: ['shutdown', 'descriptor', 'half-close', 'orphan'],
    taught: '/closing/two-goodbyes/#what-the-programs-see',
  },
  {
    id: 'shutdown',
    term: 'shutdown()',
    zh: '单向关闭',
    means:
      'The call that ends one direction of a connection at once, whatever descriptors there are: SHUT_WR sends a FIN, SHUT_RD sends nothing. The descriptor stays and must still be closed.',
    source: [{ text: 'POSIX, shutdown()' }, { text: 'measured on Linux 6.18.44' }],
    see: ['half-close', 'close-call', 'descriptor'],
    taught: '/closing/two-goodbyes/#half-closed',
  },
  {
    id: 'eof',
    term: 'end of file',
    short: 'EOF',
    zh: '文件结束',
    means:
      'What a program reads when a FIN has come and all data before it has been read: read() returns 0. It says that the other side sends no more, not that it is gone.',
    source: [{ rfc: 9293, section: '3.6' }, { text: 'POSIX, recv()' }],
    see: ['fin', 'passive-close', 'stream'],
    taught: '/closing/two-goodbyes/#what-the-programs-see',
  },
  {
    id: 'abort',
    term: 'ABORT',
    zh: '异常终止',
    zhAlso: ['强制关闭'],
    means:
      'The user call that breaks a connection off: data that waits is thrown away and a RST is sent. In the socket interface it is reached by close() with SO_LINGER on and a time of 0.',
    source: [
      { rfc: 9293, section: '3.9.1.6' },
      { rfc: 9293, section: '3.10.5' },
    ],
    see: ['rst', 'linger', 'user-call'],
    taught: '/closing/slam-the-door/#slamming-on-purpose',
  },
  {
    id: 'linger',
    term: 'SO_LINGER',
    zh: '延迟关闭选项',
    means:
      'A socket option that changes close(). With a time above 0, close() waits until all is acknowledged or the time is over; with the time 0, it breaks the connection off with a RST.',
    source: [{ text: 'man-pages, socket(7)' }, { text: 'measured on Linux 6.18.44' }],
    not: 'With time 0 there is no TIME-WAIT, and nothing is left of what TIME-WAIT protects.',
    see: ['abort', 'close-call', 'rst'],
    taught: '/closing/slam-the-door/#slamming-on-purpose',
  },
  {
    id: 'orphan',
    term: 'orphan',
    zh: '孤儿连接',
    means:
      'A connection that no process holds any more and that the kernel still has to finish: in FIN-WAIT-1, FIN-WAIT-2, CLOSING or LAST-ACK.',
    source: [
      {
        text: 'Linux, Documentation/networking/ip-sysctl.rst, tcp_orphan_retries and tcp_fin_timeout',
      },
    ],
    not: 'A connection in TIME-WAIT is not counted as one on Linux.',
    see: ['close-call', 'fin-timeout', 'descriptor'],
    taught: '/states/fin-wait-1/',
  },
  {
    id: 'fin-timeout',
    term: 'tcp_fin_timeout',
    zh: 'FIN_WAIT2 超时参数',
    means:
      'The Linux setting for how long an orphan stays in FIN-WAIT-2, 60 s by default. A connection that a program still holds is not touched by it.',
    source: [
      { text: 'Linux, Documentation/networking/ip-sysctl.rst' },
      { text: 'measured on Linux 6.18.44' },
    ],
    not: 'It does not set the length of TIME-WAIT, which is fixed on Linux, and it does not bound FIN-WAIT-1.',
    see: ['orphan', '2msl'],
    taught: '/waiting/time-wait/#how-long-it-really-takes',
  },
  {
    id: 'leak',
    term: 'descriptor leak',
    zh: '描述符泄漏',
    zhAlso: ['句柄泄漏'],
    means:
      'Sockets that a program has forgotten to close. If the other side has closed, each stays in CLOSE-WAIT until the process ends, because that state has no timer.',
    source: [{ rfc: 9293, section: '3.3.2' }],
    see: ['descriptor', 'passive-close', 'eof'],
    taught: '/closing/slam-the-door/#left-open',
  },
] satisfies readonly Entry[];
