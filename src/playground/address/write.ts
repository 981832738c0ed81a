import { type Deed, OLD_FLAGS, type TimedDeed } from '../model/deed.ts';
import type { Session } from '../model/session.ts';
import {
  type HostName,
  HOSTS,
  type HostSetup,
  PLAIN_ROAD,
  plainHost,
  REOPENS,
  type RoadSetup,
} from '../model/setup.ts';
import { toBase64Url } from './base64.ts';

/*
 * A session in an address: `#p1~sd28.x7~n3c~d0.o.A.B.669.uv5`. Parts are divided by `~`, fields by
 * `.`; what is as usual is left out; numbers stand in base 36. Only characters that no program
 * escapes (RFC 3986 §2.3). `read.ts` takes it apart again.
 */

/** Begins every address of this version. */
export const BEGIN = '#p1';

/** The letter of each part of a road. */
export const ROAD_LETTERS: Readonly<Record<Exclude<keyof RoadSetup, 'nat'>, string>> = {
  delay: 'd',
  routers: 'r',
  jitter: 'j',
  loss: 'l',
  duplicate: 'u',
  reorder: 'o',
  corrupt: 'c',
};

/** The letter of each number of a host. */
export const TUNING_LETTERS = {
  msl: 'm',
  rtoInitial: 'a',
  rtoMin: 'b',
  delayedAck: 'y',
} as const;

/** The profiles in the order of their numbers in an address. */
export const PROFILE_NAMES = ['rfc9293', 'linux', 'freebsd'] as const;

/** The letter of each deed. */
export const DEED_LETTERS: Readonly<Record<Deed['do'], string>> = {
  ...{ listen: 'l', open: 'o', send: 's', receive: 'r', close: 'c', leave: 'v', abort: 'a' },
  ...{ crash: 'x', drop: 'D', delay: 'L', duplicate: 'U', swap: 'W', edit: 'E', old: 'O' },
  ...{ cut: 'K', mend: 'M' },
};

/** Control bits that a forged segment may have, in the order of their bits in an address. */
export const FORGED_BITS = ['SYN', 'ACK', 'FIN', 'RST', 'PSH', 'URG'] as const;

const number = (n: number): string => n.toString(36);

/** The fragment that brings a session back, with its clock at `now` (ms, taken as a whole number). */
export function writeAddress({ setup, deeds }: Session, now: number): string {
  const { road, hosts, seed } = setup;
  const letters = Object.entries(ROAD_LETTERS) as [Exclude<keyof RoadSetup, 'nat'>, string][];
  const settings = [
    ...(hosts.length === 2 ? [] : [`h${hosts.length}`]),
    ...letters.flatMap(([key, letter]) =>
      road[key] === PLAIN_ROAD[key] ? [] : [letter + number(road[key])],
    ),
    ...(road.nat ? ['n1'] : []),
    ...(seed === 1 ? [] : [`x${number(seed)}`]),
  ];
  return [
    BEGIN,
    ...(settings.length > 0 ? [`s${settings.join('.')}`] : []),
    ...hosts.flatMap((host, place) => {
      const fields = hostFields(host, place);
      return fields.length > 0 ? [`h${[HOSTS[place], ...fields].join('.')}`] : [];
    }),
    ...(now > 0 ? [`n${number(Math.ceil(now))}`] : []),
    ...deeds.map(deedPart),
  ].join('~');
}

function hostFields(host: HostSetup, place: number): readonly string[] {
  const plain = plainHost(place);
  const numbers = Object.entries(TUNING_LETTERS) as [keyof typeof TUNING_LETTERS, string][];
  return [
    ...(host.profile === plain.profile ? [] : [`p${PROFILE_NAMES.indexOf(host.profile)}`]),
    ...(host.listens === plain.listens ? [] : [`k${number(host.listens ?? 0)}`]),
    ...(host.ttl === plain.ttl ? [] : [`t${number(host.ttl)}`]),
    ...(host.isn.join() === plain.isn.join() ? [] : [`i${host.isn.map(number).join('-')}`]),
    ...numbers.flatMap(([key, letter]) => {
      const value = host[key];
      return value === null ? [] : [letter + number(value)];
    }),
    ...(host.rfc1337 === null ? [] : [`z${host.rfc1337 ? 1 : 0}`]),
    ...(host.reopen === null ? [] : [`e${REOPENS.indexOf(host.reopen)}`]),
  ];
}

function deedPart({ at, deed }: TimedDeed): string {
  return ['d' + number(at), DEED_LETTERS[deed.do], ...deedFields(deed)].join('.');
}

/** The fields of names that have characters of ours in them. */
const spelled = (name: string): string => name.replaceAll('.', '_').replaceAll("'", '-');

function deedFields(deed: Deed): readonly string[] {
  switch (deed.do) {
    case 'listen':
      return [deed.host, number(deed.port)];
    case 'open':
      return [deed.host, deed.to, number(deed.port), number(deed.from)];
    case 'send':
      return [deed.host, spelled(deed.conn), toBase64Url(deed.text)];
    case 'receive':
      return [deed.host, spelled(deed.conn), number(deed.max)];
    case 'close':
    case 'leave':
    case 'abort':
      return [deed.host, spelled(deed.conn)];
    case 'crash':
      return [deed.host];
    case 'drop':
      return [spelled(deed.segment)];
    case 'delay':
    case 'duplicate':
      return [spelled(deed.segment), number(deed.by)];
    case 'swap':
      return [spelled(deed.segment), spelled(deed.with)];
    case 'edit':
      return [spelled(deed.segment), ...forgeryFields(deed.forgery)];
    case 'old': {
      const { from, to, fromPort, toPort, flags, seq, ack } = deed;
      const bits = OLD_FLAGS.indexOf(flags);
      return [from, to, ...[fromPort, toPort, bits, seq, ack].map(number)];
    }
    case 'cut':
    case 'mend':
      return deed.between;
  }
}

function forgeryFields({
  seq,
  ack,
  wnd,
  flags,
  text,
}: Extract<Deed, { do: 'edit' }>['forgery']): readonly string[] {
  const bits = flags?.split(',').map((flag) => FORGED_BITS.findIndex((bit) => bit === flag));
  return [
    ...(seq === undefined ? [] : [`s${number(seq)}`]),
    ...(ack === undefined ? [] : [`a${number(ack)}`]),
    ...(wnd === undefined ? [] : [`w${number(wnd)}`]),
    ...(bits === undefined
      ? []
      : [`f${number(bits.reduce((sum, bit) => sum + (bit < 0 ? 0 : 1 << bit), 0))}`]),
    ...(text === undefined ? [] : [`t${toBase64Url(text)}`]),
  ];
}

/** The control bits that a number of an address stands for, as a script names them. */
export function flagsOfNumber(bits: number): string {
  return FORGED_BITS.filter((_, place) => (bits & (1 << place)) !== 0).join(',');
}

/** Is it one of the hosts' names? */
export const isHostName = (name: string): name is HostName =>
  (HOSTS as readonly string[]).includes(name);
