import type { Entry } from '#course/glossary/entry.ts';

/** What is counted, and the variables that hold it. */
export const entries = [
  {
    id: 'sequence-number',
    term: 'sequence number',
    short: 'SEG.SEQ',
    zh: '序列号',
    zhAlso: ['序号'],
    means:
      'The number of a segment’s first octet of data, modulo 2^32. In a segment with `SYN` it is the number of the SYN itself, and the data begins one later.',
    source: [
      { rfc: 9293, section: '3.1' },
      { rfc: 9293, section: '3.4' },
    ],
    see: ['acknowledgment-number', 'isn', 'segment-length', 'sequence-space'],
    taught: '/ground/numbers/#every-octet-has-a-number',
  },
  {
    id: 'sequence-space',
    term: 'sequence space',
    zh: '序列号空间',
    means:
      'The 2^32 sequence numbers, from 0 to 4 294 967 295, after which they begin again at 0. Each direction of a connection has its own.',
    source: [{ rfc: 9293, section: '3.4' }],
    see: ['sequence-number', 'modular-arithmetic'],
    taught: '/ground/numbers/#numbers-on-a-ring',
  },
  {
    id: 'modular-arithmetic',
    term: 'arithmetic modulo 2^32',
    zh: '模 2^32 运算',
    zhAlso: ['回绕', '序列号回绕'],
    means:
      'Reckoning with numbers that begin again at 0 behind 4 294 967 295. Which of two is later is told by their difference, and holds as long as they are less than 2^31 apart.',
    source: [
      { rfc: 9293, section: '3.4' },
      { rfc: 1982, section: '3.2' },
    ],
    also: ['wrap-around'],
    see: ['sequence-space', 'paws'],
    taught: '/ground/numbers/#numbers-on-a-ring',
  },
  {
    id: 'acknowledgment-number',
    term: 'acknowledgment number',
    short: 'SEG.ACK',
    zh: '确认号',
    zhAlso: ['确认序号'],
    means:
      'The sequence number that the sender of this segment expects next: everything before it has arrived. It means something only where the `ACK` bit is on.',
    source: [
      { rfc: 9293, section: '3.1' },
      { rfc: 9293, section: '3.4' },
    ],
    not: 'It is “sequence number + 1” only for a bare SYN or FIN. In general it is SEG.SEQ + SEG.LEN.',
    see: ['cumulative-acknowledgment', 'ack', 'segment-length', 'acceptable-ack'],
    taught: '/ground/numbers/#every-octet-has-a-number',
  },
  {
    id: 'cumulative-acknowledgment',
    term: 'cumulative acknowledgment',
    zh: '累积确认',
    zhAlso: ['累计确认'],
    means:
      'An acknowledgment of everything up to a number, so that a later one makes up for any that were lost. It can say nothing of what came behind a gap.',
    source: [{ rfc: 9293, section: '3.4' }],
    see: ['acknowledgment-number', 'sack'],
    taught: '/ground/numbers/#every-octet-has-a-number',
  },
  {
    id: 'segment-length',
    term: 'segment length',
    short: 'SEG.LEN',
    zh: '报文段长度',
    means:
      'How many sequence numbers a segment takes up: one for each octet of data, one for a `SYN`, one for a `FIN`, none for anything else.',
    source: [
      { rfc: 9293, section: '3.4' },
      { rfc: 9293, section: '4' },
    ],
    not: 'Headers do not count, and an ACK or a RST has length 0.',
    see: ['sequence-number', 'syn', 'fin'],
    taught: '/ground/numbers/#what-takes-up-a-number',
  },
  {
    id: 'isn',
    term: 'initial sequence number',
    short: 'ISN',
    zh: '初始序列号',
    zhAlso: ['初始序号'],
    means:
      'The first number that a side uses on a connection; its SYN has it. It comes from a clock plus a keyed hash of the two sockets, so that it only grows for one pair of sockets and a stranger cannot guess it.',
    source: [{ rfc: 9293, section: '3.4.1' }],
    not: 'Neither 0 nor 1, nor “a random number”: for one pair of sockets it is not drawn afresh.',
    see: ['iss', 'irs', 'syn', 'old-duplicate'],
    taught: '/ground/numbers/#the-first-number',
  },
  {
    id: 'iss',
    term: 'initial send sequence number',
    short: 'ISS',
    zh: '初始发送序列号',
    means: 'The ISN that this side chose: the number of its own SYN.',
    source: [{ rfc: 9293, section: '3.3.1' }],
    see: ['isn', 'irs', 'snd-una'],
    taught: '/ground/state-machine/#the-record-the-tcb',
  },
  {
    id: 'irs',
    term: 'initial receive sequence number',
    short: 'IRS',
    zh: '初始接收序列号',
    means: 'The ISN that the other side chose: the number of the SYN that arrived.',
    source: [{ rfc: 9293, section: '3.3.1' }],
    see: ['isn', 'iss', 'rcv-nxt'],
    taught: '/ground/state-machine/#the-record-the-tcb',
  },
  {
    id: 'snd-una',
    term: 'SND.UNA',
    zh: '已发送未确认的最小序号',
    means:
      'Send unacknowledged: the oldest number that this side sent and that is not acknowledged yet. An acceptable acknowledgment moves it forward.',
    source: [{ rfc: 9293, section: '3.3.1' }],
    also: ['send unacknowledged', 'left edge of the send window'],
    see: ['snd-nxt', 'acceptable-ack', 'send-window'],
    taught: '/ground/numbers/#where-a-side-stands',
  },
  {
    id: 'snd-nxt',
    term: 'SND.NXT',
    zh: '下一个要发送的序号',
    means:
      'Send next: the number that this side will give to the next new octet, SYN or FIN that it sends.',
    source: [{ rfc: 9293, section: '3.3.1' }],
    also: ['send next'],
    see: ['snd-una', 'iss'],
    taught: '/ground/numbers/#where-a-side-stands',
  },
  {
    id: 'rcv-nxt',
    term: 'RCV.NXT',
    zh: '期望接收的下一个序号',
    means:
      'Receive next: the number that this side expects next. It is the left edge of the receive window, and the acknowledgment number of what this side sends.',
    source: [
      { rfc: 9293, section: '3.3.1' },
      { rfc: 9293, section: '3.4' },
    ],
    also: ['receive next'],
    see: ['receive-window', 'acknowledgment-number', 'irs'],
    taught: '/ground/numbers/#where-a-side-stands',
  },
  {
    id: 'window',
    term: 'window',
    short: 'SEG.WND',
    zh: '窗口',
    means:
      'How many octets the sender of a segment is ready to take, counted from its acknowledgment number. It stands in every segment and changes all the time.',
    source: [
      { rfc: 9293, section: '3.1' },
      { rfc: 9293, section: '3.8.6' },
    ],
    not: 'It is not agreed upon in the handshake. What only a SYN can say is how later windows are to be read.',
    see: ['receive-window', 'send-window', 'window-scale', 'zero-window'],
    taught: '/handshake/three-way/#what-each-segment-carries',
  },
  {
    id: 'receive-window',
    term: 'receive window',
    short: 'RCV.WND',
    zh: '接收窗口',
    means:
      'The numbers that this side is ready to receive: from RCV.NXT to RCV.NXT + RCV.WND − 1. By it a segment is let in or refused.',
    source: [
      { rfc: 9293, section: '3.3.1' },
      { rfc: 9293, section: '3.4' },
    ],
    see: ['rcv-nxt', 'acceptable-segment', 'window'],
    taught: '/ground/numbers/#where-a-side-stands',
  },
  {
    id: 'send-window',
    term: 'send window',
    short: 'SND.WND',
    zh: '发送窗口',
    means:
      'What the other side is ready to receive, as it said last. New octets may be sent up to SND.UNA + SND.WND − 1.',
    source: [
      { rfc: 9293, section: '3.3.1' },
      { rfc: 9293, section: '4' },
    ],
    see: ['snd-una', 'snd-nxt', 'window', 'flow-control'],
    taught: '/ground/numbers/#where-a-side-stands',
  },
  {
    id: 'zero-window',
    term: 'zero window',
    zh: '零窗口',
    means:
      'A window of 0: the receiver has no room and wants no data now. It must still answer, and it must still process resets.',
    source: [
      { rfc: 9293, section: '3.4' },
      { rfc: 9293, section: '3.8.6.1' },
    ],
    see: ['window', 'probe', 'flow-control'],
    taught: '/ground/state-machine/#what-is-let-in',
  },
  {
    id: 'window-scale',
    term: 'window scale',
    short: 'WS',
    zh: '窗口扩大因子',
    zhAlso: ['窗口缩放'],
    means:
      'An option of the SYN that says by how many bits the window field of later segments is to be shifted. It is on only if both SYNs carry it, and the window of a segment with SYN is never shifted.',
    source: [{ rfc: 7323, section: '2.2' }],
    see: ['window', 'option', 'syn'],
    taught: '/handshake/three-way/#what-each-segment-carries',
  },
  {
    id: 'sack',
    term: 'selective acknowledgment',
    short: 'SACK',
    zh: '选择确认',
    zhAlso: ['选择性确认'],
    means:
      'An option by which a receiver names the pieces that arrived behind a gap. Its use must be permitted by an option in the SYN.',
    source: [
      { rfc: 2018, section: '2' },
      { rfc: 2018, section: '3' },
    ],
    see: ['cumulative-acknowledgment', 'option'],
    taught: '/handshake/three-way/#what-each-segment-carries',
  },
  {
    id: 'timestamps',
    term: 'timestamps option',
    short: 'TSopt',
    zh: '时间戳选项',
    means:
      'Two numbers in every segment, if both SYNs carried them: the sender’s clock, and an echo of the other side’s. They serve to measure round trips and to tell old segments from new.',
    source: [
      { rfc: 7323, section: '3' },
      { rfc: 7323, section: '5' },
    ],
    see: ['paws', 'rtt', 'tw-recycle', 'time-wait-reuse'],
    taught: '/handshake/three-way/#what-each-segment-carries',
  },
  {
    id: 'paws',
    term: 'protection against wrapped sequence numbers',
    short: 'PAWS',
    zh: '防止序列号回绕',
    means:
      'The rule that a segment whose timestamp is older than the last one seen on the connection is an old duplicate, acknowledged and dropped, even if its sequence number would fit.',
    source: [{ rfc: 7323, section: '5' }],
    see: ['timestamps', 'old-duplicate', 'modular-arithmetic'],
    taught: '/waiting/time-wait/#with-timestamps',
  },
  {
    id: 'acceptable-segment',
    term: 'acceptable segment',
    zh: '可接受的报文段',
    means:
      'A segment whose first or last number lies in the receive window, or that is empty and stands exactly at RCV.NXT while the window is zero. Any other is answered with an ACK, a RST excepted, and dropped.',
    source: [
      { rfc: 9293, section: '3.4' },
      { rfc: 9293, section: '3.10.7.4' },
    ],
    see: ['receive-window', 'segment-length', 'rcv-nxt'],
    taught: '/ground/state-machine/#what-is-let-in',
  },
  {
    id: 'acceptable-ack',
    term: 'acceptable acknowledgment',
    zh: '可接受的确认',
    means:
      'An acknowledgment of something new that was really sent: SND.UNA < SEG.ACK =< SND.NXT, modulo 2^32.',
    source: [{ rfc: 9293, section: '3.4' }],
    see: ['acknowledgment-number', 'snd-una', 'snd-nxt'],
    taught: '/ground/numbers/#where-a-side-stands',
  },
  {
    id: 'flow-control',
    term: 'flow control',
    zh: '流量控制',
    means: 'The receiver’s means to slow the sender down to what it can take: the window.',
    source: [
      { rfc: 9293, section: '2.2' },
      { rfc: 9293, section: '3.8.6' },
    ],
    not: 'Not congestion control, which protects the network between the two.',
    see: ['window', 'zero-window'],
    taught: '/closing/two-goodbyes/#sending',
  },
] satisfies readonly Entry[];
