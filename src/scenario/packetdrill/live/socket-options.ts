import type { KeepAlive, Settings, Tcb } from '#tcp';
import { fieldOf, numberAt, wordsAt, type PlacedCall } from './values.ts';

/** What a descriptor was told by `setsockopt`. */
export interface OptionState {
  reuse: boolean;
  /** `null`: `close` returns at once and TCP goes on alone. */
  linger: { readonly on: boolean; readonly seconds: number } | null;
  keepAlive: boolean;
  /** Seconds, as in the socket world. */
  idle: number;
  interval: number;
  probes: number;
  /** How long a call may take to be answered, seconds; `null`: the system has no such bound. */
  init: number | null;
  nodelay: boolean;
  userTimeout: number;
  /** Values that were set and are only given back. */
  readonly said: Map<string, number>;
}

/** What a system starts with. */
export interface SocketDefaults {
  readonly idle: number;
  readonly interval: number;
  readonly probes: number;
  readonly init: number | null;
  readonly rcvBuf: number;
  readonly sndBuf: number | null;
  /** Linux shows twice the buffer that was asked for: half of it is its own. */
  readonly doubles: boolean;
  /** FreeBSD rounds the buffer up to whole segments once it knows their size. */
  readonly rounds: boolean;
}

/** What a new socket starts with. */
export function newOptions({ idle, interval, probes, init }: SocketDefaults): OptionState {
  const times = { idle, interval, probes, init };
  return {
    ...times,
    reuse: false,
    linger: null,
    keepAlive: false,
    nodelay: false,
    userTimeout: 0,
    said: new Map(),
  };
}

/** Options that change nothing that a script could see here, and why. */
const WITHOUT_EFFECT: Readonly<Record<string, string>> = {
  SO_REUSEPORT: 'one process, one socket',
  SO_SNDBUF: 'the send buffer has no bound here',
  SO_SNDBUFFORCE: 'the send buffer has no bound here',
  SO_RCVBUF: 'it is taken before the run',
  SO_RCVBUFFORCE: 'it is taken before the run',
  SO_PRIORITY: 'a mark for queues outside TCP',
  SO_MARK: 'a mark for queues outside TCP',
  SO_NOSIGPIPE: 'there are no signals',
  TCP_CONGESTION: 'there is no congestion control here',
  TCP_QUICKACK: 'ACKs wait by the profile',
  TCP_MAXSEG: 'it is taken before the run',
  IP_FREEBIND: 'every address is ours',
  IP_TRANSPARENT: 'every address is ours',
  IPV6_V6ONLY: 'addresses do not matter to this TCP',
  SO_BUSY_POLL: 'nothing is polled',
  SO_INCOMING_CPU: 'there is one processor',
  SO_MAX_PACING_RATE: 'segments leave when they are made',
  SO_RCVLOWAT: 'reads take what there is',
  TCP_NOTSENT_LOWAT: 'the send buffer has no bound here',
  TCP_WINDOW_CLAMP: 'the window is the profile’s',
  TCP_SAVE_SYN: 'the SYN is not asked for again',
  TCP_THIN_LINEAR_TIMEOUTS: 'the RTO doubles',
  TCP_FUNCTION_BLK: 'there is one TCP here',
  TCP_RACK_PACE_ALWAYS: 'segments leave when they are made',
  TCP_RACK_PACE_MAX_SEG: 'segments leave when they are made',
  TCP_RACK_PACE_RATE_SS: 'segments leave when they are made',
  IP_RECVERR: 'there is no error queue',
  IPV6_RECVERR: 'there is no error queue',
  IP_MTU_DISCOVER: 'IP is not looked at',
  IP_TOS: 'IP is not looked at',
  IP_TTL: 'IP is not looked at',
  IPV6_TCLASS: 'IP is not looked at',
  IPV6_UNICAST_HOPS: 'IP is not looked at',
};

const SET = [
  'SO_REUSEADDR',
  'SO_LINGER',
  'SO_KEEPALIVE',
  'TCP_KEEPIDLE',
  'TCP_KEEPALIVE',
  'TCP_KEEPINTVL',
  'TCP_KEEPCNT',
  'TCP_KEEPINIT',
  'TCP_NODELAY',
  'TCP_USER_TIMEOUT',
];
const GET = [...SET, 'SO_ERROR', 'SO_RCVBUF', 'SO_SNDBUF', 'TCP_MAXSEG', 'TCP_QUICKACK'];

/** Options that may be set to 0, off, where this TCP does not have them. */
const OFF_ONLY = ['TCP_CORK', 'TCP_NOPUSH', 'TCP_NOOPT', 'TCP_FASTOPEN', 'TCP_DEFER_ACCEPT'];

/** The option's name, and what else there is to say: why it cannot be played, or why it is idle. */
export function optionOfCall(line: PlacedCall): {
  readonly name: string;
  readonly needs: string | null;
  readonly note: string | null;
} {
  const name = wordsAt(line, 2)[0] ?? '';
  const isGet = line.name === 'getsockopt';
  const isPlayed = (isGet ? GET : SET).includes(name);
  const note = isGet ? null : (WITHOUT_EFFECT[name] ?? null);
  const isOff = !isGet && OFF_ONLY.includes(name) && isZero(line);
  const needs =
    isPlayed || note !== null || isOff ? null : `the socket option ${name || '(a number)'}`;
  return { name, needs, note: note === null ? null : `${name}: ${note}` };
}

function isZero(line: PlacedCall): boolean {
  const value = line.args[3];
  return value?.kind === 'list' && value.items[0]?.kind === 'number' && value.items[0].number === 0;
}

/** Takes `setsockopt` to heart; gives what TCP is to be told, if anything. */
export function setOption(options: OptionState, line: PlacedCall): Partial<Settings> | null {
  const { name } = optionOfCall(line);
  if (name === 'SO_LINGER') {
    const value = line.args[3];
    options.linger = {
      on: (fieldOf(value, 'onoff') ?? 0) !== 0,
      seconds: fieldOf(value, 'linger') ?? 0,
    };
    return null;
  }
  const number = name === 'TCP_CONGESTION' ? 0 : numberAt(line, 3, 'the value');
  options.said.set(name, number);
  switch (name) {
    case 'SO_REUSEADDR':
      options.reuse = number !== 0;
      return null;
    case 'SO_KEEPALIVE':
      options.keepAlive = number !== 0;
      return { keepAlive: keepAliveOf(options) };
    case 'TCP_KEEPIDLE':
    case 'TCP_KEEPALIVE':
      options.idle = number;
      return options.keepAlive ? { keepAlive: keepAliveOf(options) } : null;
    case 'TCP_KEEPINTVL':
      options.interval = number;
      return options.keepAlive ? { keepAlive: keepAliveOf(options) } : null;
    case 'TCP_KEEPCNT':
      options.probes = number;
      return options.keepAlive ? { keepAlive: keepAliveOf(options) } : null;
    case 'TCP_KEEPINIT':
      options.init = number;
      return null;
    case 'TCP_NODELAY':
      options.nodelay = number !== 0;
      return { nagle: number === 0 };
    case 'TCP_USER_TIMEOUT':
      options.userTimeout = number;
      return { userTimeout: number === 0 ? null : number };
    default:
      return null;
  }
}

function keepAliveOf({ keepAlive, idle, interval, probes }: OptionState): KeepAlive | null {
  return keepAlive ? { idle: idle * 1_000, interval: interval * 1_000, probes } : null;
}

/** What `getsockopt` gives; `null` for `SO_ERROR`, which the process itself answers. */
export function getOption(
  options: OptionState,
  name: string,
  tcb: Readonly<Tcb> | null,
  defaults: SocketDefaults,
): number | null {
  const { rcvBuf, sndBuf, doubles, rounds } = defaults;
  switch (name) {
    case 'SO_REUSEADDR':
      return options.reuse ? 1 : 0;
    case 'SO_KEEPALIVE':
      return options.keepAlive ? 1 : 0;
    case 'TCP_KEEPIDLE':
    case 'TCP_KEEPALIVE':
      return options.idle;
    case 'TCP_KEEPINTVL':
      return options.interval;
    case 'TCP_KEEPCNT':
      return options.probes;
    case 'TCP_KEEPINIT':
      return options.init;
    case 'TCP_NODELAY':
      return options.nodelay ? 1 : 0;
    case 'TCP_USER_TIMEOUT':
      return options.userTimeout;
    case 'TCP_MAXSEG':
      return tcb === null || tcb.remote === null ? null : maxSegment(tcb, doubles);
    case 'SO_RCVBUF': {
      const said = options.said.get(name);
      if (said !== undefined) return doubles ? said * 2 : said;
      const isOpen = tcb !== null && !['LISTEN', 'SYN-SENT'].includes(tcb.state);
      return rounds && isOpen ? roundUp(rcvBuf, tcb.snd.mss) : rcvBuf;
    }
    case 'SO_SNDBUF': {
      const said = options.said.get(name);
      return said === undefined ? sndBuf : doubles ? said * 2 : said;
    }
    default:
      return options.said.get(name) ?? null;
  }
}

/** Linux counts what is left of the segment beside timestamps; FreeBSD the whole of it. */
function maxSegment(tcb: Readonly<Tcb>, isLinux: boolean): number {
  return tcb.snd.mss - (isLinux && tcb.rcv.tsRecent !== null ? 12 : 0);
}

/** A buffer in whole segments. */
export function roundUp(size: number, segment: number): number {
  return Math.ceil(size / segment) * segment;
}
