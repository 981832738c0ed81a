import type { Entry } from '#course/glossary/entry.ts';

/** What travels, layer by layer, and what it is made of. */
export const entries = [
  {
    id: 'message',
    term: 'message',
    zh: '消息',
    zhAlso: ['应用层报文'],
    means:
      'What an application regards as one piece: a request, an answer. TCP does not know where one message ends and the next begins; it carries octets.',
    source: [{ rfc: 9293, section: '3.7' }],
    not: 'The Chinese word 报文 is used for message, segment and datagram alike; say which layer is meant.',
    see: ['segment', 'octet', 'stream'],
    taught: '/ground/road/#four-units',
  },
  {
    id: 'segment',
    term: 'segment',
    zh: '报文段',
    zhAlso: ['TCP 段'],
    means:
      'The unit that two TCPs exchange: a TCP header and, after it, none, one or many octets of data. Each segment is sent as one IP datagram.',
    source: [
      { rfc: 9293, section: '2.2' },
      { rfc: 9293, section: '4' },
    ],
    also: ['TCP segment'],
    not: 'Often called a packet. A packet is what the layer below makes of it.',
    see: ['datagram', 'frame', 'segment-length'],
    taught: '/ground/road/#a-call',
  },
  {
    id: 'datagram',
    term: 'datagram',
    zh: '数据报',
    zhAlso: ['IP 数据报'],
    means:
      'The unit that IP carries from one host to another: an IP header with source and destination address, and what it carries.',
    source: [{ rfc: 1122, section: '1.3.3' }],
    also: ['IP datagram', 'internet datagram'],
    see: ['packet', 'segment', 'fragment', 'ttl'],
    taught: '/ground/road/#four-units',
  },
  {
    id: 'packet',
    term: 'packet',
    zh: '分组',
    zhAlso: ['包', '数据包'],
    means:
      'What IP hands to a link: a whole datagram, or a fragment of one. Where nothing is fragmented, packet and datagram are the same octets.',
    source: [{ rfc: 1122, section: '1.3.3' }],
    not: '分组, 包 and 数据包 are one word in English, not layers one inside the other.',
    see: ['datagram', 'frame', 'fragment'],
    taught: '/ground/road/#four-units',
  },
  {
    id: 'fragment',
    term: 'fragment',
    zh: '分片',
    means:
      'A part of an IP datagram that was too long for a link, sent in a packet of its own. The destination puts the parts together again, below TCP.',
    source: [{ rfc: 9293, section: '4' }],
    see: ['datagram', 'mtu'],
    taught: '/ground/road/#four-units',
  },
  {
    id: 'frame',
    term: 'frame',
    zh: '帧',
    means:
      'The unit of a link: the link’s header, one packet, and on many links a trailer with a checksum. Every link on the path has a frame of its own.',
    source: [{ rfc: 1122, section: '1.3.3' }],
    see: ['packet', 'encapsulation', 'router'],
    taught: '/ground/road/#four-units',
  },
  {
    id: 'octet',
    term: 'octet',
    zh: '八位组',
    zhAlso: ['字节'],
    means: 'Eight bits. The RFCs say octet where others say byte.',
    source: [{ rfc: 9293, section: '4' }],
    also: ['byte'],
    see: ['sequence-number', 'stream'],
    taught: '/ground/road/#a-call',
  },
  {
    id: 'stream',
    term: 'octet stream',
    zh: '字节流',
    means:
      'What TCP gives to a program: octets in order, in each direction, without gaps or repetition, and without marks where one write ended and the next began.',
    source: [
      { rfc: 9293, section: '2.2' },
      { rfc: 9293, section: '3.7' },
    ],
    also: ['byte stream'],
    see: ['octet', 'message', 'eof'],
    taught: '/ground/numbers/#every-octet-has-a-number',
  },
  {
    id: 'header',
    term: 'header',
    zh: '首部',
    zhAlso: ['头部', '报头', '包头'],
    means:
      'What a layer writes before the octets that it carries, for the same layer at the other end. A TCP header has 20 octets and at most 40 more of options.',
    source: [{ rfc: 9293, section: '3.1' }],
    see: ['encapsulation', 'option', 'control-bit'],
    taught: '/ground/road/#what-is-in-the-packet',
  },
  {
    id: 'option',
    term: 'option',
    zh: '选项',
    means:
      'A field behind the fixed part of the header that need not be there. Some options may stand in any segment, some only in one with `SYN`.',
    source: [
      { rfc: 9293, section: '3.1' },
      { rfc: 9293, section: '3.2' },
    ],
    see: ['mss', 'window-scale', 'sack', 'timestamps'],
    taught: '/handshake/three-way/#what-each-segment-carries',
  },
  {
    id: 'data',
    term: 'data',
    zh: '数据',
    zhAlso: ['有效载荷', '载荷', '净荷'],
    means:
      'The octets of the stream that a segment carries, behind its header. Section 3.10.7 of the RFC calls them the segment text.',
    source: [
      { rfc: 9293, section: '3.4' },
      { rfc: 9293, section: '3.10.7.4' },
    ],
    also: ['segment text', 'payload'],
    see: ['segment-length', 'stream'],
    taught: '/ground/numbers/#what-a-segment-says',
  },
  {
    id: 'encapsulation',
    term: 'encapsulation',
    zh: '封装',
    means:
      'Putting a whole unit of one layer, as it is, behind the header of the layer below: a segment into a datagram, a datagram into a frame.',
    source: [{ rfc: 1122, section: '1.3.3' }],
    not: 'A router takes the datagram out of one frame and puts it into the next. It does not wrap the data anew.',
    see: ['frame', 'datagram', 'router'],
    taught: '/ground/road/#four-units',
  },
  {
    id: 'mtu',
    term: 'maximum transmission unit',
    short: 'MTU',
    zh: '最大传输单元',
    means: 'The longest packet that a link carries in one frame, in octets: 1500 on Ethernet.',
    source: [{ rfc: 1122, section: '1.3.3' }, { rfc: 894 }],
    see: ['mss', 'fragment', 'frame'],
  },
  {
    id: 'mss',
    term: 'maximum segment size',
    short: 'MSS',
    zh: '最大报文段长度',
    means:
      'The most octets of data that the sender of this option will take in one segment, headers not counted. Each side announces its own, in its `SYN` only; without it 536 holds for IPv4 and 1220 for IPv6.',
    source: [{ rfc: 9293, section: '3.7.1' }],
    not: 'It is not negotiated: the two sides may say different numbers, and both hold.',
    see: ['mtu', 'option', 'syn'],
    taught: '/handshake/three-way/#what-each-segment-carries',
  },
  {
    id: 'checksum',
    term: 'checksum',
    zh: '校验和',
    zhAlso: ['检验和'],
    means:
      'Sixteen bits by which a receiver notices that a unit was damaged on its way; it is then dropped. TCP’s covers header, data and a pseudo-header; IPv4’s covers the IP header alone; IPv6 has none.',
    source: [
      { rfc: 9293, section: '3.1' },
      { rfc: 791, section: '3.1' },
      { rfc: 8200, section: '3' },
    ],
    not: 'tcpdump says “incorrect” of segments on the sending host whose sum the network card is still to fill in. That is no error.',
    see: ['pseudo-header', 'nat', 'router'],
    taught: '/ground/road/#octet-by-octet',
  },
  {
    id: 'pseudo-header',
    term: 'pseudo-header',
    zh: '伪首部',
    means:
      'The two IP addresses, the protocol number and the segment’s length, put before the segment when its checksum is reckoned, and never sent. Thus a segment that reaches a wrong address fails its check.',
    source: [{ rfc: 9293, section: '3.1' }],
    see: ['checksum', 'nat'],
    taught: '/ground/road/#octet-by-octet',
  },
] satisfies readonly Entry[];
