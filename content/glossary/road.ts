import type { Entry } from '#course/glossary/entry.ts';

/** What lies between two hosts, and what it does to what passes. */
export const entries = [
  {
    id: 'router',
    term: 'router',
    zh: '路由器',
    means:
      'A node that passes datagrams on towards their destination. For each it takes at least 1 from the TTL, corrects the IPv4 header’s checksum and makes a new frame; addresses, TCP header and data pass as they are.',
    source: [
      { rfc: 791, section: '3.1' },
      { rfc: 1812, section: '5.3.1' },
    ],
    not: 'It keeps no connections and opens no segments.',
    see: ['hop', 'ttl', 'nat', 'frame'],
    taught: '/ground/road/#over-two-routers',
  },
  {
    id: 'hop',
    term: 'hop',
    zh: '跳',
    means: 'One stage of a datagram’s way, from a node over one link to the next.',
    source: [{ rfc: 8200, section: '3' }],
    see: ['router', 'ttl', 'hop-limit'],
    taught: '/ground/road/#the-number-that-falls',
  },
  {
    id: 'ttl',
    term: 'time to live',
    short: 'TTL',
    zh: '生存时间',
    means:
      'A field of the IPv4 header that every router lowers by at least 1; the router that brings it to 0 drops the datagram. It was specified in seconds and is used as a count of routers.',
    source: [{ rfc: 791, section: '3.1' }],
    not: 'A TTL of 64 is not 64 seconds, and the MSL is not reckoned from it.',
    see: ['hop-limit', 'icmp', 'msl', 'traceroute'],
    taught: '/ground/road/#the-number-that-falls',
  },
  {
    id: 'hop-limit',
    term: 'hop limit',
    zh: '跳数限制',
    means: 'The field that takes the place of the TTL in IPv6, by its honest name.',
    source: [{ rfc: 8200, section: '3' }],
    see: ['ttl', 'hop'],
    taught: '/ground/road/#over-two-routers',
  },
  {
    id: 'icmp',
    term: 'internet control message protocol',
    short: 'ICMP',
    zh: '互联网控制报文协议',
    zhAlso: ['网际控制报文协议'],
    means:
      'The protocol in which routers and hosts report what went wrong with a datagram: “time exceeded”, “port unreachable”. A report quotes the beginning of the datagram, so the sender can tell which connection it is about.',
    source: [{ rfc: 792 }, { rfc: 4443 }],
    not: 'Reports are limited, filtered and lost: that none has come says nothing.',
    see: ['ttl', 'router', 'traceroute'],
    taught: '/ground/road/#the-number-that-falls',
  },
  {
    id: 'traceroute',
    term: 'traceroute',
    zh: '路由跟踪',
    zhAlso: ['路由追踪'],
    means:
      'A tool that sends datagrams with TTL 1, 2, 3 …, and learns each router on the way from the “time exceeded” that it sends back.',
    source: [{ text: 'traceroute(8)' }],
    see: ['ttl', 'icmp', 'hop'],
    taught: '/ground/road/#the-number-that-falls',
  },
  {
    id: 'nat',
    term: 'network address translation',
    short: 'NAT',
    zh: '网络地址转换',
    means:
      'A router that also rewrites addresses, and ports where it must, so that many hosts appear as one. It must mend the IP and TCP checksums; sequence numbers and timestamps pass unchanged.',
    source: [{ rfc: 3022 }, { text: 'measured on Linux 6.18.44' }],
    see: ['router', 'four-tuple', 'conntrack', 'tw-recycle'],
    taught: '/ground/road/#what-a-nat-changes-besides',
  },
  {
    id: 'middlebox',
    term: 'middlebox',
    zh: '中间设备',
    zhAlso: ['中间盒'],
    means:
      'Something on the path that does more than pass datagrams on: a NAT, a firewall, a load balancer. Many keep a record of each connection, and forget it after a time of silence.',
    source: [{ rfc: 3234 }],
    see: ['nat', 'conntrack', 'idle-timeout'],
    taught: '/closing/slam-the-door/#asking',
  },
  {
    id: 'conntrack',
    term: 'connection tracking',
    zh: '连接跟踪',
    means:
      'A record that a firewall or a NAT keeps of each connection that passes, with a state of its own that it infers. Linux calls it conntrack.',
    source: [{ text: 'Linux, Documentation/networking/nf_conntrack-sysctl.rst' }],
    not: 'Its states look like TCP’s and are not: they are a guess from outside.',
    see: ['nat', 'middlebox', 'idle-timeout'],
  },
  {
    id: 'idle-timeout',
    term: 'idle timeout',
    zh: '空闲超时',
    means:
      'The silence after which a program or a middlebox gives a connection up. A middlebox need not tell either end.',
    source: [{ rfc: 5382, section: '5' }],
    see: ['keepalive', 'middlebox', 'half-open'],
    taught: '/closing/slam-the-door/#asking',
  },
  {
    id: 'loopback',
    term: 'loopback',
    zh: '环回',
    zhAlso: ['回环'],
    means:
      'A host’s link to itself: what is sent to 127.0.0.1 or ::1 never leaves it. TCP does not behave otherwise there, but Linux’s default `tcp_tw_reuse` makes an exception for it.',
    source: [
      { rfc: 1122, section: '3.2.1.3' },
      { text: 'Linux, Documentation/networking/ip-sysctl.rst, tcp_tw_reuse' },
    ],
    see: ['host', 'time-wait-reuse'],
    taught: '/waiting/time-wait-in-production/#tcp_tw_reuse',
  },
] satisfies readonly Entry[];
