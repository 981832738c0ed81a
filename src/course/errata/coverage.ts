/** One line of the post, or one part of a line, in the order in which they stand there. */
export interface CoveredLine {
  readonly id: string;
  /** A few words of it. */
  readonly zh: string;
  /** What it is about, in English. */
  readonly en: string;
  /** Items of the errata that correct it, by number. Without any, the line is right. */
  readonly items: readonly number[];
  /** Where the course teaches it, from the root. */
  readonly taught: readonly string[];
}

const ROAD = '/ground/road/';
const THREE = '/handshake/three-way/';
const NUMBERS = '/ground/numbers/';
const STATES = '/ground/state-machine/';
const CLOSE = '/closing/two-goodbyes/';
const SLAM = '/closing/slam-the-door/';
const WAIT = '/waiting/time-wait/';
const PRODUCTION = '/waiting/time-wait-in-production/';
const EVERY = '/operating/every-state/';

const line = (
  id: string,
  zh: string,
  en: string,
  items: readonly number[],
  ...taught: readonly string[]
): CoveredLine => ({ id, zh, en, items, taught });

/** What the post teaches, rightly or wrongly, and where the course has it. */
export const COVERAGE: readonly CoveredLine[] = [
  line(
    'S01',
    '所谓三次握手…总共发送三个包',
    'The three-way handshake, defined',
    [3],
    `${THREE}#the-three-segments`,
  ),
  line(
    'S02',
    '连接服务器指定端口…同步…序列号…窗口',
    'What the handshake is for',
    [4],
    `${THREE}#two-numbers`,
    `${THREE}#what-each-segment-carries`,
  ),
  line(
    'S03',
    '报文一：…SYN标志位置1…初始化序号',
    'First segment: SYN, port, initial number',
    [5],
    `${THREE}#first-syn`,
  ),
  line(
    'S04',
    '报文二：…SYN标志位和ACK标志均为1',
    'Second segment: SYN and ACK',
    [6, 7],
    `${THREE}#second-synack`,
  ),
  line(
    'S05',
    '报文三：…SYN标识为0，ACK标识为1',
    'Third segment: ACK alone',
    [8],
    `${THREE}#third-ack`,
  ),
  line(
    'S06',
    '报文: 网络中交换与传输的数据单元',
    'What is sent, and how it is wrapped',
    [1, 9, 10],
    `${ROAD}#four-units`,
    `${ROAD}#what-is-in-the-packet`,
  ),
  line(
    'S07',
    '从 A 传到 B，要经过很多个路由器',
    'From A to B over many routers',
    [11],
    `${ROAD}#over-two-routers`,
  ),
  line(
    'S08',
    '断开需要发送四个包…均可主动发起',
    'The four-way close; either side may begin',
    [12],
    `${CLOSE}#the-four-segments`,
  ),
  line(
    'S09',
    '全双工…每个方向都必须单独进行关闭',
    'Each direction is closed by itself',
    [13],
    `${CLOSE}#a-connection-ends-twice`,
  ),
  line(
    'S10',
    '收到一个 FIN 后仍能发送数据',
    'After a FIN the other direction goes on',
    [14, 15],
    `${CLOSE}#half-closed`,
  ),
  line(
    'S11',
    '首先关闭的一方将执行主动关闭',
    'Active and passive close',
    [],
    `${CLOSE}#the-four-states-of-a-close`,
    `${WAIT}#three-ways-in`,
  ),
  line('S12', '报文四：客户端发送一个 FIN', 'The first FIN', [16], `${CLOSE}#the-four-segments`),
  line(
    'S13',
    '报文五：…收到的序号加1…一个FIN将占用一个序号',
    'Its ACK; SYN and FIN take up a number',
    [17, 18],
    `${CLOSE}#the-four-segments`,
    `${NUMBERS}#what-takes-up-a-number`,
  ),
  line(
    'S14',
    '报文六：服务器…发送一个FIN给客户端',
    'The second FIN',
    [19],
    `${CLOSE}#three-to-open-four-to-close`,
  ),
  line('S15', '报文七：客户端回ACK报文确认', 'The last ACK', [17], `${CLOSE}#the-four-segments`),
  line(
    'S16',
    '为什么是三次握手四次挥手',
    'Why three to open and four to close',
    [20, 21, 22, 23, 24],
    `${THREE}#why-not-two`,
    `${THREE}#why-not-four-and-why-closing-takes-four`,
    `${CLOSE}#three-to-open-four-to-close`,
  ),
  line(
    'S17',
    'MSL…报文最大生存时间',
    'MSL, and its Chinese name',
    [25],
    `${WAIT}#how-long-can-a-segment-live`,
  ),
  line(
    'S18',
    'TTL…每经过一个…路由器此值就减1',
    'TTL: set by the source, lowered by each router, ICMP at 0',
    [26, 27, 28],
    `${ROAD}#the-number-that-falls`,
  ),
  line(
    'S19',
    '主动关闭…TIME_WAIT状态，并停留 2MSL',
    'Who closes first waits 2 MSL',
    [29, 30],
    `${WAIT}#three-ways-in`,
    `${WAIT}#how-long-it-really-takes`,
  ),
  line(
    'S20',
    '对方处于 LAST_ACK…重发 FIN',
    'Why: the last ACK may be lost',
    [31, 32],
    `${WAIT}#the-first-reason-the-last-ack`,
    `${WAIT}#the-second-reason-a-former-life`,
  ),
  line(
    'S21',
    'TIME_WAIT 过多',
    'Many TIME-WAITs on a server',
    [33, 34],
    `${PRODUCTION}#what-one-costs`,
  ),
  line(
    'S22',
    'vi /etc/sysctl.conf … /sbin/sysctl -p',
    'Settings: where they are written, how they are loaded',
    [38],
    `${PRODUCTION}#sysctl--p`,
  ),
  line('S23', 'net.ipv4.tcp_tw_reuse=1', 'tcp_tw_reuse', [35], `${PRODUCTION}#tcp_tw_reuse`),
  line('S24', 'net.ipv4.tcp_tw_recycle=1', 'tcp_tw_recycle', [36], `${PRODUCTION}#tcp_tw_recycle`),
  line(
    'S25',
    'net.ipv4.ip_local_port_range=1024 65000',
    'ip_local_port_range',
    [37],
    `${PRODUCTION}#ip_local_port_range`,
  ),
  line(
    'S26',
    "netstat -n | awk '/^tcp/ {++S[$NF]} …'",
    'Counting connections by state',
    [39],
    `${EVERY}#counting`,
  ),
  line(
    'S27',
    'LAST_ACK 9 … TIME_WAIT 315',
    'What the command printed',
    [40],
    `${EVERY}#what-a-count-can-tell`,
  ),
  line(
    'S28',
    'CLOSED: 还未建立连接或已经断开',
    'CLOSED',
    [42],
    '/states/closed/',
    `${EVERY}#what-each-state-waits-for`,
  ),
  line(
    'S29',
    'LISTEN: 服务器正在监听',
    'LISTEN',
    [43],
    '/states/listen/',
    `${EVERY}#what-each-state-waits-for`,
  ),
  line(
    'S30',
    'SYN_RECV: 一个连接请求已经到达，等待确认',
    'SYN-RECEIVED',
    [44],
    '/states/syn-received/',
    `${EVERY}#what-each-state-waits-for`,
  ),
  line(
    'S31',
    'SYN_SEND: …这个状态会很短',
    'SYN-SENT',
    [45, 46],
    '/states/syn-sent/',
    `${EVERY}#what-each-state-waits-for`,
  ),
  line(
    'S32',
    'ESTABLISHED: 正常数据传输',
    'ESTABLISHED',
    [47],
    '/states/established/',
    `${EVERY}#what-each-state-waits-for`,
  ),
  line(
    'S33',
    'FIN_WAIT1: …客户想主动关闭连接',
    'FIN-WAIT-1',
    [48, 49, 50],
    '/states/fin-wait-1/',
    `${EVERY}#what-each-state-waits-for`,
  ),
  line(
    'S34',
    'FIN_WAIT2: 另一边已同意释放连接',
    'FIN-WAIT-2',
    [51],
    '/states/fin-wait-2/',
    `${EVERY}#what-each-state-waits-for`,
  ),
  line(
    'S35',
    'CLOSING: 两边同时尝试关闭连接',
    'CLOSING',
    [52],
    '/states/closing/',
    `${EVERY}#what-each-state-waits-for`,
  ),
  line(
    'S36',
    'TIME_WAIT: 收到对方的 FIN 报文…2MSL',
    'TIME-WAIT',
    [53, 54],
    '/states/time-wait/',
    `${EVERY}#what-each-state-waits-for`,
  ),
  line(
    'S37',
    'LAST_ACK: …等待对方的 ACK',
    'LAST-ACK',
    [55],
    '/states/last-ack/',
    `${EVERY}#what-each-state-waits-for`,
  ),
  line(
    'S38',
    '—',
    'CLOSE-WAIT, which is not in the post',
    [41],
    '/states/close-wait/',
    `${SLAM}#left-open`,
    `${EVERY}#what-each-state-waits-for`,
  ),
  line(
    'S39',
    '…然后进入 FIN_WAIT1…然后进入 FIN_WAIT2',
    'The order of the states',
    [41, 49],
    `${STATES}#the-state-diagram`,
    `${EVERY}#what-each-state-waits-for`,
  ),
];
