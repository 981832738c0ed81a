import type { Config } from './config.ts';
import type { TcpEvent } from './event.ts';
import { NO_DATA, type Endpoint } from './segment.ts';
import type { Tcb, Timers } from './tcb.ts';

/** The MSS that a peer is taken to accept when its SYN has no MSS option (MUST-15, IPv4). */
export const DEFAULT_MSS = 536;

/** The same for IPv6. */
export const DEFAULT_MSS_V6 = 1220;

/** No timer runs. */
export const NO_TIMERS: Timers = {};

/** An empty list: shared, so that two TCBs without anything waiting do not seem to differ. */
export const NOTHING: readonly never[] = [];

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
    rtx: NOTHING,
    held: NOTHING,
    out: NO_DATA,
    in: NO_DATA,
    receives: NOTHING,
    finQueued: false,
    finSeq: null,
    readerGone: false,
    recover: null,
    progressAt: 0,
    heardAt: 0,
    askedAt: null,
    probes: 0,
    softError: null,
    challenges: 0,
    challengesFrom: 0,
    srtt: null,
    rttvar: 0,
    rto: config.rtoInitial,
    timers: NO_TIMERS,
  };
}

const NOWHERE: Endpoint = { address: '', port: 0 };

/** The blank TCB for an event that meets no connection. */
export function blankFor(event: TcpEvent, config: Config): Tcb {
  if (event.type === 'SEGMENT-ARRIVES') return blankTcb(event.seg.dst, event.seg.src, config);
  if (event.type !== 'OPEN') return blankTcb(NOWHERE, null, config);
  return blankTcb(event.local, event.mode === 'active' ? event.remote : null, config);
}

/**
 * A private copy for a handler to write to. Arrays, settings and timers are replaced, never written
 * to. Written out in full: a copy is made for each event, and this is several times as fast as to spread.
 */
export function copyTcb(tcb: Tcb): Tcb {
  const { snd, rcv } = tcb;
  return {
    state: tcb.state,
    local: tcb.local,
    remote: tcb.remote,
    openedBy: tcb.openedBy,
    iss: tcb.iss,
    irs: tcb.irs,
    snd: {
      una: snd.una,
      nxt: snd.nxt,
      wnd: snd.wnd,
      wl1: snd.wl1,
      wl2: snd.wl2,
      maxWnd: snd.maxWnd,
      mss: snd.mss,
      shift: snd.shift,
    },
    rcv: {
      nxt: rcv.nxt,
      wnd: rcv.wnd,
      acked: rcv.acked,
      shift: rcv.shift,
      tsRecent: rcv.tsRecent,
      tsRecentAt: rcv.tsRecentAt,
    },
    sack: tcb.sack,
    settings: tcb.settings,
    rtx: tcb.rtx,
    held: tcb.held,
    out: tcb.out,
    in: tcb.in,
    receives: tcb.receives,
    finQueued: tcb.finQueued,
    finSeq: tcb.finSeq,
    readerGone: tcb.readerGone,
    recover: tcb.recover,
    progressAt: tcb.progressAt,
    heardAt: tcb.heardAt,
    askedAt: tcb.askedAt,
    probes: tcb.probes,
    softError: tcb.softError,
    challenges: tcb.challenges,
    challengesFrom: tcb.challengesFrom,
    srtt: tcb.srtt,
    rttvar: tcb.rttvar,
    rto: tcb.rto,
    timers: tcb.timers,
  };
}
