import type { Options, Segment } from '#tcp';
import { flagsOf } from './segment-line.ts';

/** A time of a script, from ms: `0.1`. Whole microseconds, as packetdrill reads them. */
export function timeText(ms: number): string {
  return String(Math.round(ms * 1e3) / 1e6);
}

/** A segment with the numbers of its script: `S. 0:0(0) ack 1 win 65535 <mss 1460>`. */
export function packetText(
  { ctl, wnd, up, data, options }: Segment,
  { seq, ack }: { readonly seq: number; readonly ack: number | null },
): string {
  const parts = [`${flagsOf(ctl)} ${seq}:${(seq + data.length) >>> 0}(${data.length})`];
  if (ack !== null) parts.push(`ack ${ack}`);
  if (!ctl.rst || wnd !== 0) parts.push(`win ${wnd}`);
  if (ctl.urg) parts.push(`urg ${up}`);
  const list = optionList(options);
  if (list.length > 0) parts.push(`<${list.join(',')}>`);
  return parts.join(' ');
}

function optionList({ mss, wscale, sackPermitted, sack, ts }: Options): readonly string[] {
  const list: string[] = [];
  if (mss !== undefined) list.push(`mss ${mss}`);
  if (sackPermitted === true) list.push('sackOK');
  if (ts !== undefined) list.push(`TS val ${ts.val} ecr ${ts.ecr}`);
  if (wscale !== undefined) list.push('nop', `wscale ${wscale}`);
  if (sack !== undefined) {
    list.push('nop', 'nop', `sack ${sack.map(({ left, right }) => `${left}:${right}`).join(' ')}`);
  }
  return list;
}
