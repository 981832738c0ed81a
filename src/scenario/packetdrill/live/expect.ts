import type { Options } from '#tcp';
import type { PacketLine } from '../ast.ts';
import { pairKey, type Numbers } from '../numbers.ts';
import { flagsOf, sameOctets } from '../segment-line.ts';
import { octets } from '../octets.ts';
import type { Clocks } from './clocks.ts';
import type { Sent } from './live.ts';

/** What a segment's numbers and timestamps are counted by. */
export interface Scales {
  readonly numbers: Numbers;
  readonly clocks: Clocks;
}

/** The ports that an expected segment bears. */
export interface Ports {
  readonly ports: { readonly src: number; readonly dst: number };
}

/** How much of the text of an expected segment a live one brings: all of it, or a first piece. */
export function piece(line: PacketLine, { seg }: Sent, mayBePieces: boolean): number {
  const more = line.length - seg.data.length;
  const isPiece = mayBePieces && more > 0 && seg.data.length > 0 && !seg.ctl.fin && !seg.ctl.syn;
  return isPiece ? seg.data.length : line.length;
}

/**
 * In what a live segment differs from what the line says, in words; `length` octets of the line are
 * looked for. Fields that mean nothing are not looked at: SEG.ACK without the ACK bit, the urgent
 * pointer without URG, the window of a reset.
 */
export function differences(
  line: PacketLine,
  length: number,
  { seg, conn }: Sent,
  { numbers, clocks, ports }: Scales & Ports,
): readonly string[] {
  if (seg.src.port !== ports.src || seg.dst.port !== ports.dst) return ['connection'];
  const key = pairKey(ports.src, ports.dst);
  const isLast = length === line.length;
  const wanted = isLast ? line.ctl : { ...line.ctl, psh: seg.ctl.psh, fin: false };
  const at = line.seqIs === 'counted' ? line.seq : 0;
  const counted = line.ackIs === 'counted' ? line.ack : 0;
  const live = numbers.outbound(key, line.ctl, at, counted, seg.ctl.syn ? seg.seq : undefined);
  const isSeq =
    line.seqIs === 'any' ||
    seg.seq === (line.seqIs === 'absolute' ? line.seq : live.seq) ||
    (line.ctl.rst && line.seq === 0 && seg.seq === 0);
  const isAck =
    line.ack === null ||
    !seg.ctl.ack ||
    seg.ack === (line.ackIs === 'absolute' ? line.ack : live.ack) ||
    (seg.ctl.syn && numbers.isSynCount(line.ack, seg.ack));
  const text = octets(seg.ctl.syn ? 0 : at - 1, length);
  const checks: readonly (readonly [string, boolean])[] = [
    ['control bits', flagsOf(wanted) === flagsOf(seg.ctl)],
    ['sequence number', isSeq],
    ['length', seg.data.length === length],
    ['acknowledgment', isAck],
    ['window', line.win === null || seg.ctl.rst || seg.wnd === line.win],
    ['urgent pointer', !seg.ctl.urg || seg.up === line.urg],
    ['text', !isSeq || seg.data.length !== length || sameOctets(seg.data, text)],
    ['options', sameOptions(line.options, seg.options, conn, numbers.bases(key).peer, clocks)],
  ];
  return checks.filter(([, holds]) => !holds).map(([name]) => name);
}

function sameOptions(
  wanted: PacketLine['options'],
  found: Options,
  conn: string,
  peer: number,
  clocks: Clocks,
): boolean {
  if (wanted === 'any') return true;
  const blocks = (wanted.sack ?? []).map(({ left, right }) => [left + peer, right + peer]);
  const same =
    wanted.mss === found.mss &&
    wanted.wscale === found.wscale &&
    (wanted.sackPermitted ?? false) === (found.sackPermitted ?? false) &&
    blocks.length === (found.sack ?? []).length &&
    blocks.every(([left = 0, right = 0], i) => {
      const block = found.sack?.[i];
      return block?.left === left >>> 0 && block.right === right >>> 0;
    });
  if (!same || (wanted.ts === undefined) !== (found.ts === undefined)) return false;
  if (wanted.ts === undefined || found.ts === undefined) return true;
  return clocks.agree(conn, wanted.ts.val, found.ts.val) && found.ts.ecr === wanted.ts.ecr;
}

/** An expected segment in words, with what the script leaves open left out. */
export function expectedWords(line: PacketLine): string {
  const { seq, length, seqIs, ackIs } = line;
  const mark = seqIs === 'absolute' ? '!' : '';
  const numbers =
    seqIs === 'any' ? `...(${length})` : `${seq}${mark}:${(seq + length) >>> 0}${mark}(${length})`;
  const ack = line.ack === null ? '' : ` ack ${line.ack}${ackIs === 'absolute' ? '!' : ''}`;
  const win = line.win === null || line.ctl.rst ? '' : ` win ${line.win}`;
  const urg = line.ctl.urg ? ` urg ${line.urg ?? 0}` : '';
  const options = line.options === 'any' ? ' <...>' : optionWords(line.options);
  return `${flagsOf(line.ctl)} ${numbers}${ack}${win}${urg}${options}`;
}

/** A live segment in words, in the numbers of the script. */
export function foundWords({ seg, conn }: Sent, { numbers, clocks }: Scales): string {
  const key = pairKey(seg.src.port, seg.dst.port);
  const { seq, ack } = numbers.shown(key, seg.ctl, seg);
  const end = (seq + seg.data.length) >>> 0;
  const { peer } = numbers.bases(key);
  const { ts, sack } = seg.options;
  const options: Options = {
    ...seg.options,
    ...(ts === undefined ? {} : { ts: { ...ts, val: clocks.shown(conn, ts.val) } }),
    ...(sack === undefined
      ? {}
      : {
          sack: sack.map(({ left, right }) => ({
            left: (left - peer) >>> 0,
            right: (right - peer) >>> 0,
          })),
        }),
  };
  const about = `${seq}:${end}(${seg.data.length})${seg.ctl.ack ? ` ack ${ack}` : ''}`;
  const win = seg.ctl.rst ? '' : ` win ${seg.wnd}`;
  const urg = seg.ctl.urg ? ` urg ${seg.up}` : '';
  return `${flagsOf(seg.ctl)} ${about}${win}${urg}${optionWords(options)}`;
}

function optionWords({ mss, wscale, sackPermitted, sack, ts }: Options): string {
  const words = [
    ...(mss === undefined ? [] : [`mss ${mss}`]),
    ...(sackPermitted === true ? ['sackOK'] : []),
    ...(ts === undefined ? [] : [`TS val ${ts.val} ecr ${ts.ecr}`]),
    ...(wscale === undefined ? [] : [`wscale ${wscale}`]),
    ...(sack === undefined || sack.length === 0
      ? []
      : [`sack ${sack.map(({ left, right }) => `${left}:${right}`).join(' ')}`]),
  ];
  return words.length === 0 ? '' : ` <${words.join(',')}>`;
}
