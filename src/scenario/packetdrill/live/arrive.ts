import type { Options, Segment } from '#tcp';
import type { PacketLine } from '../ast.ts';
import { pairKey, type Numbers } from '../numbers.ts';
import { octets } from '../octets.ts';
import type { Clocks } from './clocks.ts';

/** Where a segment of the script comes from and goes to. */
export interface Way {
  readonly peer: { readonly address: string; readonly port: number };
  readonly local: { readonly address: string; readonly port: number };
  /** The connection that it is for, if there is one: its timestamp clock is echoed. */
  readonly conn: string | null;
}

/** A segment of the script with live numbers. */
export function segmentFrom(line: PacketLine, way: Way, numbers: Numbers, clocks: Clocks): Segment {
  const port = pairKey(way.local.port, way.peer.port);
  const counted = numbers.inbound(port, line.ctl, line.seq, line.ack);
  return {
    src: way.peer,
    dst: way.local,
    seq: line.seqIs === 'absolute' ? line.seq : counted.seq,
    ack: line.ackIs === 'absolute' ? (line.ack ?? 0) : counted.ack,
    ctl: line.ctl,
    wnd: line.win ?? 0,
    up: line.urg ?? 0,
    data: octets(line.ctl.syn ? 0 : line.seq - 1, line.length),
    options: optionsFrom(line, way.conn, numbers.bases(port).ours, clocks),
  };
}

/** What the peer says of our numbers and our clock is counted as the script counts them. */
function optionsFrom(
  { options }: PacketLine,
  conn: string | null,
  ours: number,
  clocks: Clocks,
): Options {
  if (options === 'any') return {};
  const { sack, ts, others: _, ...plain } = options;
  const blocks = sack?.map(({ left, right }) => ({
    left: (left + ours) >>> 0,
    right: (right + ours) >>> 0,
  }));
  return {
    ...plain,
    ...(ts === undefined ? {} : { ts: { val: ts.val, ecr: clocks.echo(conn, ts.ecr) } }),
    ...(blocks === undefined ? {} : { sack: blocks }),
  };
}
