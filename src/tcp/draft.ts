import type { Config } from './config.ts';
import type { Diff } from './engine.ts';
import type { TcpEvent } from './event.ts';
import { RFC9293 } from './profiles.ts';
import { NO_DATA, type Endpoint } from './segment.ts';
import { type Tcb, TIMERS } from './tcb.ts';

/** The MSS that a peer is taken to accept when its SYN has no MSS option (MUST-15, IPv4). */
export const DEFAULT_MSS = 536;

/** The same for IPv6. */
export const DEFAULT_MSS_V6 = 1220;

/** A TCB in CLOSED, that is: the empty form that OPEN or a segment is answered from. */
export function blankTcb(local: Endpoint, remote: Endpoint | null, config: Config): Tcb {
  return {
    state: 'CLOSED',
    local,
    remote,
    openedBy: null,
    iss: 0,
    irs: 0,
    snd: { una: 0, nxt: 0, wnd: 0, wl1: 0, wl2: 0, maxWnd: 0, mss: DEFAULT_MSS, shift: 0 },
    rcv: { nxt: 0, wnd: config.rcvBuf, acked: 0, shift: null, tsRecent: null, tsRecentAt: 0 },
    sack: false,
    settings: {
      nagle: config.nagle,
      keepAlive: config.keepAlive,
      userTimeout: config.userTimeout,
      reports: config.reports,
    },
    rtx: [],
    held: [],
    out: NO_DATA,
    in: NO_DATA,
    receives: [],
    finQueued: false,
    finSeq: null,
    readerGone: false,
    heardAt: 0,
    probes: 0,
    softError: null,
    challenges: 0,
    challengesFrom: 0,
    srtt: null,
    rttvar: 0,
    rto: config.rtoInitial,
    timers: {},
  };
}

const NOWHERE: Endpoint = { address: '', port: 0 };

/** The blank TCB for an event that meets no connection. */
export function blankFor(event: TcpEvent, config: Config): Tcb {
  if (event.type === 'SEGMENT-ARRIVES') return blankTcb(event.seg.dst, event.seg.src, config);
  if (event.type !== 'OPEN') return blankTcb(NOWHERE, null, config);
  return blankTcb(event.local, event.mode === 'active' ? event.remote : null, config);
}

/** A private copy for a handler to write to. Arrays and timers are replaced, never written to. */
export function copyTcb(tcb: Tcb): Tcb {
  return { ...tcb, snd: { ...tcb.snd }, rcv: { ...tcb.rcv } };
}

/** The fields of the TCB that hold records, and of those each field's name and path. */
const RECORDS = ['snd', 'rcv', 'timers'] as const;
type RecordField = (typeof RECORDS)[number];

const FORM = blankTcb(NOWHERE, null, RFC9293);
const PLAIN = (Object.keys(FORM) as (keyof Tcb)[]).filter(
  (field): field is Exclude<keyof Tcb, RecordField> =>
    !(RECORDS as readonly string[]).includes(field),
);
const pathsIn = (record: RecordField, fields: readonly string[]) =>
  fields.map((field) => ({ field, path: `${record}.${field}` }));
const PATHS = {
  snd: pathsIn('snd', Object.keys(FORM.snd)),
  rcv: pathsIn('rcv', Object.keys(FORM.rcv)),
  timers: pathsIn('timers', TIMERS),
};

/** The fields in which two TCBs differ, by path; `null` stands for a timer that is off. */
export function diffTcb(before: Tcb, after: Tcb): Diff {
  const diff: Record<string, readonly [unknown, unknown]> = {};
  for (const field of PLAIN) {
    if (before[field] !== after[field]) diff[field] = [before[field], after[field]];
  }
  for (const record of RECORDS) {
    if (before[record] === after[record]) continue;
    const a = before[record] as Readonly<Record<string, unknown>>;
    const b = after[record] as Readonly<Record<string, unknown>>;
    for (const { field, path } of PATHS[record]) {
      if (a[field] !== b[field]) diff[path] = [a[field] ?? null, b[field] ?? null];
    }
  }
  return diff;
}
