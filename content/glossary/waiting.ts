import type { Entry } from '#course/glossary/entry.ts';

/** Why a closed connection waits, and what would happen if it did not. */
export const entries = [
  {
    id: 'msl',
    term: 'maximum segment lifetime',
    short: 'MSL',
    zh: '报文最大生存时间',
    zhAlso: ['最长报文段寿命'],
    means:
      'How long a segment is assumed to exist in the network at most. RFC 9293 takes it to be 2 minutes, as an engineering choice; nothing in the network measures or enforces it.',
    source: [{ rfc: 9293, section: '3.4.2' }],
    not: 'Not a time after which segments are dropped, and not derived from the TTL field.',
    see: ['2msl', 'ttl', 'old-duplicate'],
    taught: '/waiting/time-wait/#how-long-can-a-segment-live',
  },
  {
    id: '2msl',
    term: '2 MSL',
    zh: '两倍 MSL',
    means:
      'The time that a connection must stay in TIME-WAIT: twice the maximum segment lifetime, counted anew when a FIN comes again. Linux waits 60 s.',
    source: [
      { rfc: 9293, section: '3.6.1' },
      { rfc: 9293, section: '3.10.7.4' },
      { text: 'Linux 6.1, include/net/tcp.h, TCP_TIMEWAIT_LEN' },
    ],
    not: 'tcp_fin_timeout does not change it.',
    see: ['msl', 'active-close', 'fin-timeout', 'time-wait-reuse'],
    taught: '/waiting/time-wait/#why-twice',
  },
  {
    id: 'old-duplicate',
    term: 'old duplicate',
    zh: '旧的重复报文段',
    zhAlso: ['已失效的报文段', '迷途报文'],
    means:
      'A segment, or a copy of one, that was held up in the network and arrives when what it belongs to is over. Nothing in it is damaged; it is only late.',
    source: [
      { rfc: 9293, section: '3.4.3' },
      { rfc: 9293, section: '3.5' },
    ],
    also: ['wandering duplicate'],
    see: ['incarnation', 'handshake', '2msl', 'paws'],
    taught: '/handshake/three-way/#why-not-two',
  },
  {
    id: 'incarnation',
    term: 'incarnation',
    zh: '化身',
    means:
      'One of the connections that had, one after the other, the same four-tuple. Segments of an earlier one must not be taken for the later one’s.',
    source: [{ rfc: 9293, section: '3.4.1' }],
    see: ['four-tuple', 'old-duplicate', 'isn'],
    taught: '/waiting/time-wait/#the-second-reason-a-former-life',
  },
  {
    id: 'tw-assassination',
    term: 'TIME-WAIT assassination',
    zh: 'TIME-WAIT 状态被提前终止',
    zhAlso: ['TIME_WAIT 暗杀'],
    means:
      'An early end of TIME-WAIT by a stray segment: an old segment draws an ACK, the other side has forgotten and answers with a RST, and the RST deletes the record. The hazards are old data accepted, desynchronised numbers and a killed new connection.',
    source: [{ rfc: 1337 }],
    see: ['rst', '2msl', 'old-duplicate'],
    taught: '/waiting/time-wait/#assassination',
  },
  {
    id: 'time-wait-reuse',
    term: 'reuse of TIME-WAIT',
    zh: 'TIME_WAIT 重用',
    zhAlso: ['tcp_tw_reuse'],
    means:
      'Opening a new connection over one in TIME-WAIT. Linux’s `tcp_tw_reuse` allows it to connect(), where timestamps tell old segments from new; the RFC allows it to a SYN that arrives.',
    source: [
      { rfc: 9293, section: '3.6.1' },
      { rfc: 6191 },
      { text: 'Linux, Documentation/networking/ip-sysctl.rst, tcp_tw_reuse' },
    ],
    not: 'tcp_tw_reuse does nothing for connections that a server accepted.',
    see: ['2msl', 'timestamps', 'tw-recycle', 'port-exhaustion'],
    taught: '/waiting/time-wait-in-production/#tcp_tw_reuse',
  },
  {
    id: 'tw-recycle',
    term: 'tcp_tw_recycle',
    zh: 'TIME_WAIT 快速回收',
    means:
      'A former Linux setting that remembered one timestamp per remote address and dropped SYNs with an older one. Behind a NAT the host whose clock showed most shut out the others; it was removed in Linux 4.12.',
    source: [{ text: 'man-pages, tcp(7)' }, { text: 'Linux commit 4396e46187ca' }],
    not: 'Not a stronger tcp_tw_reuse. Today setting it fails with “No such file or directory”.',
    see: ['time-wait-reuse', 'nat', 'timestamps'],
    taught: '/waiting/time-wait-in-production/#tcp_tw_recycle',
  },
  {
    id: 'quiet-time',
    term: 'quiet time',
    zh: '静默时间',
    zhAlso: ['平静时间'],
    means:
      'One MSL in which a host that has rebooted, and forgotten its numbers, should send nothing. Most systems do not keep it.',
    source: [
      { rfc: 9293, section: '3.4.2' },
      { rfc: 9293, section: '3.4.3' },
    ],
    see: ['msl', 'isn', 'old-duplicate'],
    taught: '/ground/numbers/#the-first-number',
  },
] satisfies readonly Entry[];
