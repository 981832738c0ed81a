import type { Endpoint, KeepAlive, Tcb } from '#tcp';
import { TIMERS } from '#tcp/tcb.ts';
import type { Translator } from '#text/text.ts';
import { octets } from '../ladder/segment.ts';
import { duration } from '../ladder/time.ts';
import { socketName } from './socket-name.ts';

/** The parts in which the variables of a TCB are shown. */
export const GROUPS = ['connection', 'send', 'receive', 'queues', 'time', 'timers'] as const;
export type Group = (typeof GROUPS)[number];

/** How a variable is written. Sequence numbers are counted from ISS (`ours`) or from IRS (`theirs`). */
type Kind =
  | 'word'
  | 'socket'
  | 'ours'
  | 'theirs'
  | 'number'
  | 'ms'
  | 'flag'
  | 'octets'
  | 'count'
  | 'keepAlive'
  | 'timer'
  | 'absent';

/** A variable of the TCB: its path as the engine and its diffs name it, and where it is shown. */
export interface Field {
  readonly path: string;
  readonly group: Group;
  readonly kind: Kind;
}

const inGroup = (group: Group, fields: Readonly<Record<string, Kind>>): readonly Field[] =>
  Object.entries(fields).map(([path, kind]) => ({ path, group, kind }));

/**
 * The variables of RFC 9293 §3.3.1 and those that other sections and RFCs add, in the order in which
 * they are shown. What our engine keeps only for itself is not among them.
 */
export const FIELDS: readonly Field[] = [
  ...inGroup('connection', {
    ...{ state: 'word', local: 'socket', remote: 'socket', openedBy: 'word' },
    ...{ 'settings.nagle': 'flag', 'settings.keepAlive': 'keepAlive' },
    ...{ 'settings.userTimeout': 'ms', readerGone: 'flag', softError: 'word' },
  }),
  ...inGroup('send', {
    ...{ iss: 'number', 'snd.una': 'ours', 'snd.nxt': 'ours', 'snd.wnd': 'number' },
    ...{ 'snd.up': 'absent', 'snd.wl1': 'theirs', 'snd.wl2': 'ours', 'snd.maxWnd': 'number' },
    ...{ 'snd.mss': 'number', 'snd.shift': 'number', finQueued: 'flag', finSeq: 'ours' },
  }),
  ...inGroup('receive', {
    ...{ irs: 'number', 'rcv.nxt': 'theirs', 'rcv.wnd': 'number', 'rcv.up': 'absent' },
    ...{ 'rcv.shift': 'number', 'rcv.tsRecent': 'number', sack: 'flag' },
  }),
  ...inGroup('queues', {
    ...{ out: 'octets', rtx: 'count', in: 'octets', held: 'count', receives: 'count' },
  }),
  ...inGroup('time', { srtt: 'ms', rttvar: 'ms', rto: 'ms' }),
  ...TIMERS.map((timer): Field => ({ path: `timers.${timer}`, group: 'timers', kind: 'timer' })),
];

const BY_PATH = new Map(FIELDS.map((field) => [field.path, field]));

/** The variable with this path; `null` for bookkeeping that explains nothing to a reader. */
export function fieldAt(path: string): Field | null {
  return BY_PATH.get(path) ?? null;
}

/** What a TCB has there; `undefined` if nothing. */
export function valueAt(tcb: Tcb, path: string): unknown {
  const dot = path.indexOf('.');
  const part: unknown = dot === -1 ? tcb : Reflect.get(tcb, path.slice(0, dot));
  if (typeof part !== 'object' || part === null) return undefined;
  return Reflect.get(part, path.slice(dot + 1));
}

/** From where sequence numbers are counted; without it they are written as they are. */
export type Origin = Pick<Tcb, 'iss' | 'irs'>;

/** A value as a reader sees it. A variable that has no value, or none yet, says so. */
export function writeValue(
  { kind }: Pick<Field, 'kind'>,
  value: unknown,
  t: Translator,
  origin: Origin | null = null,
): string {
  if (kind === 'absent') return t('inspector.value.absent');
  if (kind === 'timer') {
    return typeof value === 'number'
      ? t('inspector.value.at', { at: duration(value, t) })
      : t('inspector.value.off');
  }
  if (value === null || value === undefined) return t('inspector.value.none');
  switch (kind) {
    case 'flag':
      return t(value === true ? 'inspector.value.yes' : 'inspector.value.no');
    case 'ms':
      return duration(Number(value), t);
    case 'octets':
      return octets(lengthOf(value), t);
    case 'count':
      return String(lengthOf(value));
    case 'socket':
      return socketName(value as Endpoint);
    case 'ours':
    case 'theirs':
      return origin === null ? String(value) : counted(kind, Number(value), origin);
    case 'keepAlive':
      return t('inspector.value.after', { at: duration((value as KeepAlive).idle, t) });
    default:
      return typeof value === 'object' ? JSON.stringify(value) : String(value);
  }
}

/** Of a queue: its octets or entries; 0 of what is none. */
export function lengthOf(value: unknown): number {
  return Array.isArray(value) || value instanceof Uint8Array ? value.length : 0;
}

/** `ISS+1`: how far a number lies after the first one of its side. */
function counted(kind: 'ours' | 'theirs', value: number, { iss, irs }: Origin): string {
  const [name, first] = kind === 'ours' ? ['ISS', iss] : ['IRS', irs];
  const after = (value - first) >>> 0;
  return after === 0 ? name : `${name}+${after}`;
}
