import type { Diff } from './engine.ts';
import { type Tcb, TIMERS } from './tcb.ts';

/** The path of each timer. */
const TIMER_PATHS = TIMERS.map((timer) => [timer, `timers.${timer}`] as const);

type Changes = Record<string, readonly [unknown, unknown]>;

/**
 * The fields in which two TCBs differ, by path; `null` stands for a timer that is off. Written out in
 * full, because a loop over names is many times as slow; its test sees that no field is forgotten.
 */
export function diffTcb(a: Tcb, b: Tcb): Diff {
  const changes: Changes = {};
  if (a.state !== b.state) changes['state'] = [a.state, b.state];
  if (a.local !== b.local) changes['local'] = [a.local, b.local];
  if (a.remote !== b.remote) changes['remote'] = [a.remote, b.remote];
  if (a.openedBy !== b.openedBy) changes['openedBy'] = [a.openedBy, b.openedBy];
  if (a.iss !== b.iss) changes['iss'] = [a.iss, b.iss];
  if (a.irs !== b.irs) changes['irs'] = [a.irs, b.irs];
  if (a.sack !== b.sack) changes['sack'] = [a.sack, b.sack];
  if (a.settings !== b.settings) changes['settings'] = [a.settings, b.settings];
  if (a.rtx !== b.rtx) changes['rtx'] = [a.rtx, b.rtx];
  if (a.held !== b.held) changes['held'] = [a.held, b.held];
  if (a.out !== b.out) changes['out'] = [a.out, b.out];
  if (a.in !== b.in) changes['in'] = [a.in, b.in];
  if (a.receives !== b.receives) changes['receives'] = [a.receives, b.receives];
  if (a.finQueued !== b.finQueued) changes['finQueued'] = [a.finQueued, b.finQueued];
  if (a.finSeq !== b.finSeq) changes['finSeq'] = [a.finSeq, b.finSeq];
  if (a.readerGone !== b.readerGone) changes['readerGone'] = [a.readerGone, b.readerGone];
  if (a.recover !== b.recover) changes['recover'] = [a.recover, b.recover];
  if (a.progressAt !== b.progressAt) changes['progressAt'] = [a.progressAt, b.progressAt];
  if (a.heardAt !== b.heardAt) changes['heardAt'] = [a.heardAt, b.heardAt];
  if (a.askedAt !== b.askedAt) changes['askedAt'] = [a.askedAt, b.askedAt];
  if (a.probes !== b.probes) changes['probes'] = [a.probes, b.probes];
  if (a.softError !== b.softError) changes['softError'] = [a.softError, b.softError];
  if (a.challenges !== b.challenges) changes['challenges'] = [a.challenges, b.challenges];
  if (a.challengesFrom !== b.challengesFrom)
    changes['challengesFrom'] = [a.challengesFrom, b.challengesFrom];
  if (a.srtt !== b.srtt) changes['srtt'] = [a.srtt, b.srtt];
  if (a.rttvar !== b.rttvar) changes['rttvar'] = [a.rttvar, b.rttvar];
  if (a.rto !== b.rto) changes['rto'] = [a.rto, b.rto];
  diffSnd(a.snd, b.snd, changes);
  diffRcv(a.rcv, b.rcv, changes);
  if (a.timers !== b.timers) diffTimers(a.timers, b.timers, changes);
  return changes;
}

function diffSnd(a: Tcb['snd'], b: Tcb['snd'], changes: Changes): void {
  if (a.una !== b.una) changes['snd.una'] = [a.una, b.una];
  if (a.nxt !== b.nxt) changes['snd.nxt'] = [a.nxt, b.nxt];
  if (a.wnd !== b.wnd) changes['snd.wnd'] = [a.wnd, b.wnd];
  if (a.wl1 !== b.wl1) changes['snd.wl1'] = [a.wl1, b.wl1];
  if (a.wl2 !== b.wl2) changes['snd.wl2'] = [a.wl2, b.wl2];
  if (a.maxWnd !== b.maxWnd) changes['snd.maxWnd'] = [a.maxWnd, b.maxWnd];
  if (a.mss !== b.mss) changes['snd.mss'] = [a.mss, b.mss];
  if (a.shift !== b.shift) changes['snd.shift'] = [a.shift, b.shift];
}

function diffRcv(a: Tcb['rcv'], b: Tcb['rcv'], changes: Changes): void {
  if (a.nxt !== b.nxt) changes['rcv.nxt'] = [a.nxt, b.nxt];
  if (a.wnd !== b.wnd) changes['rcv.wnd'] = [a.wnd, b.wnd];
  if (a.acked !== b.acked) changes['rcv.acked'] = [a.acked, b.acked];
  if (a.shift !== b.shift) changes['rcv.shift'] = [a.shift, b.shift];
  if (a.tsRecent !== b.tsRecent) changes['rcv.tsRecent'] = [a.tsRecent, b.tsRecent];
  if (a.tsRecentAt !== b.tsRecentAt) changes['rcv.tsRecentAt'] = [a.tsRecentAt, b.tsRecentAt];
}

function diffTimers(a: Tcb['timers'], b: Tcb['timers'], changes: Changes): void {
  for (const [timer, path] of TIMER_PATHS) {
    if (a[timer] !== b[timer]) changes[path] = [a[timer] ?? null, b[timer] ?? null];
  }
}
