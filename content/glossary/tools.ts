import type { Entry } from '#course/glossary/entry.ts';

/** With what one looks, and what this course calls its own. */
export const entries = [
  {
    id: 'ss',
    term: 'ss',
    zh: 'ss 命令',
    means:
      'The tool of iproute2 that lists a Linux host’s sockets with their states, queues and timers: `ss -tan`. The state is the first column.',
    source: [{ text: 'ss(8)' }],
    see: ['netstat', 'proc-net-tcp'],
    taught: '/operating/every-state/#one-connection-in-each-state',
  },
  {
    id: 'netstat',
    term: 'netstat',
    zh: 'netstat 命令',
    means:
      'The older tool for the same list, of net-tools on Linux and part of the BSDs, macOS and Windows. Without `-a` it leaves out listeners; on Linux the state is the last column of `netstat -n`.',
    source: [{ text: 'netstat(8)' }],
    see: ['ss'],
    taught: '/operating/every-state/#one-connection-in-each-state',
  },
  {
    id: 'proc-net-tcp',
    term: '/proc/net/tcp',
    zh: '/proc/net/tcp 文件',
    means:
      'The file in which Linux lists its IPv4 sockets; the state stands in the column `st` as two hexadecimal digits, `01` for ESTABLISHED, `06` for TIME-WAIT.',
    source: [{ text: 'Linux, include/net/tcp_states.h' }, { text: 'measured on Linux 6.18.44' }],
    see: ['ss', 'state'],
    taught: '/operating/every-state/#spellings',
  },
  {
    id: 'tcpdump',
    term: 'tcpdump',
    zh: '抓包工具 tcpdump',
    means:
      'A tool that prints or saves the packets that pass an interface. It writes control bits as letters: `[S]` SYN, `[S.]` SYN,ACK, `[.]` ACK, `[F.]` FIN,ACK, `[R]` RST.',
    source: [{ text: 'tcpdump(1)' }],
    see: ['capture', 'control-bit'],
    taught: '/handshake/three-way/#third-ack',
  },
  {
    id: 'capture',
    term: 'capture',
    zh: '抓包',
    zhAlso: ['抓包记录'],
    means:
      'A record of packets that passed an interface, with their times. It shows what was sent or received there, not what either TCP thought of it.',
    source: [{ text: 'pcap-savefile(5)' }],
    see: ['tcpdump', 'state'],
  },
  {
    id: 'sysctl',
    term: 'sysctl',
    zh: '内核参数',
    zhAlso: ['sysctl 参数'],
    means:
      'A setting of the running kernel, and the tool that reads and writes it. What is to last is written to a file in `/etc/sysctl.d/` and loaded with `sysctl --system`.',
    source: [{ text: 'sysctl(8)' }, { text: 'sysctl.d(5)' }],
    see: ['fin-timeout', 'time-wait-reuse', 'tw-recycle'],
    taught: '/waiting/time-wait-in-production/#sysctl--p',
  },
  {
    id: 'packetdrill',
    term: 'packetdrill',
    zh: 'packetdrill 测试脚本',
    means:
      'A test language for TCPs: a script says which segments arrive, which calls are made, and which segments must leave, at what time. The tests of our labs are such scripts.',
    source: [{ text: 'packetdrill, USENIX ATC 2013' }],
    see: ['plank'],
  },
  {
    id: 'ladder',
    term: 'ladder diagram',
    zh: '时序图',
    means:
      'A drawing of segments between two hosts: a line for each host, time running down, an arrow for each segment. The course’s own are computed from what its TCP did.',
    source: [{ rfc: 9293, section: '3.5' }],
    also: ['time-sequence diagram'],
    not: 'The RFC’s figures list segments in the same order, without the slope.',
    see: ['capture'],
    taught: '/ground/road/#the-number-that-falls',
  },
  {
    id: 'plank',
    term: 'plank',
    zh: '船板',
    means:
      'In this course: a small named piece of the TCP behind its figures, such as what LISTEN does with a segment. A lab takes one out, and yours goes in its place.',
    source: [{ text: 'this course' }],
    see: ['tcb', 'state'],
    taught: '/ground/road/#be-the-router',
  },
] satisfies readonly Entry[];
