import { stateNamed } from '#scenario/packetdrill/live/tcp-info.ts';
import type { State } from '#tcp';

/** What a shell command of a script is about. */
export type Command =
  | { readonly kind: 'sysctl'; readonly name: string; readonly value: string }
  /** The settings that Google's and Linux's suites begin with. */
  | { readonly kind: 'defaults' }
  /** How many connections are in a state, as `sockstat … | grep -c TIME_WAIT | grep 1` counts. */
  | {
      readonly kind: 'count';
      readonly state: State;
      readonly port: number | null;
      readonly count: number;
    }
  /** Connections in a state are thrown away. */
  | { readonly kind: 'drop'; readonly state: State | null }
  | { readonly kind: 'idle'; readonly what: string; readonly why: string }
  | { readonly kind: 'unknown'; readonly what: string };

/** The commands between a pair of backticks, one for each line of shell. */
export function commandsOf(text: string): readonly Command[] {
  return text
    .replaceAll(/\\\s*\n/g, ' ')
    .split(/\n|;|&&/)
    .map((line) => line.replace(/(?:^|\s)#.*$/, '').trim())
    .filter((line) => line !== '')
    .flatMap(commandsIn);
}

const SETTING = /([\w./-]+)=("[^"]*"|'[^']*'|\S+)/g;

function commandsIn(line: string): readonly Command[] {
  const plain = line.replaceAll(/\s*\d?>+\s*(?:&\d|\/dev\/null)/g, '').trim();
  const echoed = /^echo\s+(.+?)\s*>\s*(\/proc\/sys\/\S+)$/.exec(line);
  if (echoed !== null) return [sysctl(echoed[2] ?? '', echoed[1] ?? '')];
  if (/(?:^|\/)defaults\.sh$/.test(plain)) return [{ kind: 'defaults' }];
  if (/^(?:\S*\/)?(?:sysctl|set_sysctls\.py)\b/.test(plain)) {
    const settings = [...plain.matchAll(SETTING)];
    if (settings.length === 0) return [{ kind: 'idle', what: plain, why: 'it only shows a value' }];
    return settings.map(([, name = '', value = '']) => sysctl(name, value));
  }
  if (/sysctl_restore/.test(plain)) {
    return [{ kind: 'idle', what: 'sysctl_restore', why: 'nothing is left behind' }];
  }
  if (/^(?:sockstat|netstat|ss)\b/.test(plain)) return [countIn(plain)];
  const dropped = /^tcpdrop\s+(?:-s\s+(\w+)|-a)$/.exec(plain);
  if (dropped !== null) {
    const state = dropped[1] === undefined ? null : stateNamed(dropped[1]);
    return [state === undefined ? { kind: 'unknown', what: plain } : { kind: 'drop', state }];
  }
  const harmless = IDLE.find(([pattern]) => pattern.test(plain));
  return [
    harmless === undefined
      ? { kind: 'unknown', what: plain }
      : { kind: 'idle', what: plain, why: harmless[1] },
  ];
}

const IDLE: readonly (readonly [RegExp, string])[] = [
  [/^ip\s+tcp_metrics\s+flush/, 'nothing is remembered between scripts'],
  [/^tc\s+qdisc\s+(?:del|show|replace\s.*\bfq\b|add\s.*\bfq\b)/, 'there is no queue on the way'],
  [/^ethtool\b/, 'there is no interface'],
  [/^(?:kldstat|kldload|modprobe)\b/, 'there are no modules'],
  [/^(?:setkey|ip\s+xfrm)\b/, 'only scripts that ask for MD5 signatures need keys'],
  [/^(?:\/bin\/)?(?:rm|touch|mkdir)\b/, 'there are no files'],
  [/^(?:\/bin\/)?dd\b.*\bof=/, 'files are as long as they are read'],
  [/^(?:ifconfig|ip\s+link)\b.*\b(?:up|txqueuelen)\b/, 'there is no interface'],
  [/^(?:true|sync|:)$/, 'it does nothing'],
  [/^(?:echo|date|uname|nstat)\b[^>|]*$/, 'it only prints'],
];

/** `/proc/sys/net/ipv4/tcp_sack` and `net.ipv4.tcp_sack` are the same variable. */
function sysctl(path: string, value: string): Command {
  const name = path.replace(/^\/proc\/sys\//, '').replaceAll('/', '.');
  return { kind: 'sysctl', name, value: value.replaceAll(/^["']|["']$/g, '') };
}

/** `sockstat -4 -P tcp -s -p 8080 | grep packetdril | grep -c SYN_RCVD | grep 1` */
function countIn(line: string): Command {
  const [list = '', ...filters] = line.split('|').map((part) => part.trim());
  const counted = filters
    .map((filter) => /^grep\s+-c\s+["']?([\w-]+)["']?$/.exec(filter)?.[1])
    .find((word) => word !== undefined);
  const state = stateNamed(counted ?? '');
  const last = /^grep\s+(?:-[wxq]+\s+)?["']?\^?(\d+)\$?["']?$/.exec(filters.at(-1) ?? '');
  const others = filters.slice(0, -1).filter((filter) => !/^grep\s+-c/.test(filter));
  const isOurs = others.every((filter) => /^grep\s+["']?packetdri/.test(filter));
  if (state === undefined || last === null || !isOurs) return { kind: 'unknown', what: line };
  const port = /\s-p\s+(\d+)/.exec(list)?.[1];
  return {
    kind: 'count',
    state,
    port: port === undefined ? null : Number(port),
    count: Number(last[1]),
  };
}
