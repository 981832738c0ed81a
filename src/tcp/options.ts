import type { Config } from './config.ts';
import { DEFAULT_MSS, DEFAULT_MSS_V6 } from './draft.ts';
import { follow } from './followed.ts';
import type { Ctl, Options, SackBlock, Segment, Seq } from './segment.ts';
import { add } from './seq.ts';
import type { Tcb } from './tcb.ts';

/** The largest shift count (RFC 7323 §2.3). */
const MAX_SHIFT = 14;

/** Octets that a timestamps option takes in each segment, with its padding. */
export const TIMESTAMPS_LENGTH = 12;

/** No peer is served in smaller segments than this: Linux's tcp_min_snd_mss (CVE-2019-11479). */
export const LEAST_MSS = 48;

const NONE: Options = {};

/** What our timestamp clock shows (RFC 7323 §4.1): ms, modulo 2³². */
export function timestamp(now: number, config: Config): number {
  return (Math.floor(now) + config.timestampOffset) >>> 0;
}

/** The most text that fits into one segment: Eff.snd.MSS of RFC 9293 §3.7.1 (MUST-16). */
export function effectiveMss(tcb: Readonly<Tcb>): number {
  const timestamps = tcb.rcv.tsRecent === null ? 0 : TIMESTAMPS_LENGTH;
  const blocks = tcb.sack && tcb.held.length > 0 ? sackBlocks(tcb, null).length : 0;
  const sack = blocks === 0 ? 0 : 4 + 8 * blocks;
  return Math.max(1, tcb.snd.mss - timestamps - sack);
}

/** The largest window of this connection: as much as the 16 bits of the field can name. */
export function largestWindow(tcb: Readonly<Tcb>, config: Config): number {
  if (config.takesBeyondField) return config.rcvBuf;
  return 65_535 * 2 ** (tcb.rcv.shift ?? 0);
}

/**
 * Takes the peer's options from its SYN: what both ends offer holds for the connection's life
 * (RFC 7323 §1.3, RFC 2018 §2); no MSS means the default (MUST-15).
 */
export function adopt(tcb: Tcb, syn: Segment, config: Config, now: number): void {
  const { mss, wscale, ts, sackPermitted } = syn.options;
  const fallback = syn.src.address.includes(':') ? DEFAULT_MSS_V6 : DEFAULT_MSS;
  follow(mss === undefined ? 'MUST-15' : 'MUST-14');
  tcb.snd.mss = Math.min(Math.max(mss ?? fallback, LEAST_MSS), ourMss(tcb, config));
  follow('MUST-16');
  const scaled = config.windowScale !== null && wscale !== undefined;
  tcb.snd.shift = scaled ? Math.min(wscale, MAX_SHIFT) : 0;
  tcb.rcv.shift = scaled ? ourShift(config) : null;
  if (scaled) follow('RFC7323/2.2');
  tcb.rcv.wnd = Math.min(tcb.rcv.wnd, largestWindow(tcb, config));
  // A CLOSE in SYN-RECEIVED sends its FIN at once (RFC 9293 §3.10.4): it must know the window by then.
  if (tcb.state === 'LISTEN') {
    tcb.snd.wnd = syn.wnd;
    tcb.snd.wl1 = syn.seq;
  }
  tcb.rcv.tsRecent = config.timestamps && ts !== undefined ? ts.val : null;
  tcb.rcv.tsRecentAt = now;
  tcb.sack = config.sack && sackPermitted === true;
  if (tcb.sack) follow('RFC2018/2');
}

/**
 * The shift count that we offer: the one that is set, unless it is so large for the buffer that whole
 * windows could not be named; `null`: none.
 */
function ourShift({ windowScale, rcvBuf }: Config): number | null {
  if (windowScale === null) return null;
  const sensible = Math.max(0, 31 - Math.clz32(rcvBuf));
  return Math.min(windowScale, sensible, MAX_SHIFT);
}

/** The MSS that we announce: the IPv6 header is 20 octets longer than that of IPv4 (MUST-67). */
function ourMss({ local }: Readonly<Tcb>, { mss }: Config): number {
  return local.address.includes(':') ? mss - 20 : mss;
}

/** Gives up what `adopt` took from a SYN that led nowhere. */
export function forgetOptions(tcb: Tcb, before: Readonly<Tcb>): void {
  tcb.snd.mss = before.snd.mss;
  tcb.snd.shift = before.snd.shift;
  tcb.snd.wnd = before.snd.wnd;
  tcb.snd.wl1 = before.snd.wl1;
  tcb.rcv.shift = before.rcv.shift;
  tcb.rcv.wnd = before.rcv.wnd;
  tcb.rcv.tsRecent = before.rcv.tsRecent;
  tcb.rcv.tsRecentAt = before.rcv.tsRecentAt;
  tcb.sack = before.sack;
}

/** The options of a segment that we send. `latest`: the number of what has just arrived. */
export function optionsFor(
  tcb: Readonly<Tcb>,
  control: Ctl,
  config: Config,
  now: number,
  latest: Seq | null,
): Options {
  if (control.syn) return synOptions(tcb, control, config, now);
  follow('MUST-65');
  if (tcb.rcv.tsRecent === null && !tcb.sack) return NONE;
  const blocks = tcb.sack && tcb.held.length > 0 && !control.rst ? sackBlocks(tcb, latest) : null;
  if (tcb.rcv.tsRecent === null && blocks === null) return NONE;
  return { ...stamp(tcb, control, config, now), ...(blocks === null ? {} : { sack: blocks }) };
}

function stamp(tcb: Readonly<Tcb>, control: Ctl, config: Config, now: number): Options {
  if (tcb.rcv.tsRecent === null) return NONE;
  follow('RFC7323/3.2');
  return { ts: { val: timestamp(now, config), ecr: control.ack ? tcb.rcv.tsRecent : 0 } };
}

/** A first SYN offers all we have; a SYN,ACK answers only what was offered. */
function synOptions(tcb: Readonly<Tcb>, control: Ctl, config: Config, now: number): Options {
  const offer = !control.ack;
  const windowScale = ourShift(config);
  follow('MUST-14');
  follow('MUST-67');
  follow('SHLD-5');
  follow('MAY-3');
  return {
    mss: ourMss(tcb, config),
    ...(windowScale !== null && (offer || tcb.rcv.shift !== null) ? { wscale: windowScale } : {}),
    ...(offer ? config.sack && { sackPermitted: true } : tcb.sack && { sackPermitted: true }),
    ...(offer && config.timestamps ? { ts: { val: timestamp(now, config), ecr: 0 } } : {}),
    ...(offer ? {} : stamp(tcb, control, config, now)),
  };
}

/**
 * What is held, as blocks: the one that the latest segment belongs to comes first (RFC 2018 §4).
 * Three fit beside timestamps, four without.
 */
function sackBlocks(tcb: Readonly<Tcb>, latest: Seq | null): readonly SackBlock[] {
  follow('RFC2018/4');
  const blocks: { left: Seq; right: Seq }[] = [];
  for (const { seq, data, fin } of tcb.held) {
    const right = add(seq, data.length + (fin ? 1 : 0));
    const last = blocks.at(-1);
    if (last !== undefined && ((seq - last.right) | 0) <= 0) {
      if (((right - last.right) | 0) > 0) last.right = right;
    } else blocks.push({ left: seq, right });
  }
  const isLatest = ({ left, right }: SackBlock) =>
    latest !== null && ((latest - left) | 0) >= 0 && ((latest - right) | 0) < 0;
  const most = tcb.rcv.tsRecent === null ? 4 : 3;
  return [...blocks.filter(isLatest), ...blocks.filter((one) => !isLatest(one))].slice(0, most);
}
