import type { Trace, TransitEntry } from '#trace/trace.ts';

/** A call as it reaches a server: from where, and what its timestamp says. */
export interface Call {
  /** ms. */
  readonly t: number;
  /** Who really calls. */
  readonly from: string;
  /** The address that the server sees. */
  readonly address: string;
  readonly ts: number;
}

export interface Judged extends Call {
  /** The timestamp that the server remembers for that address; `null`: none, or it is too old. */
  readonly remembered: number | null;
  readonly dropped: boolean;
}

/** The calls of a run to the host `server`, with the address that a NAT lent them. */
export function callsTo({ entries }: Trace, server: string): readonly Call[] {
  const sent = entries.filter((entry): entry is TransitEntry => entry.kind === 'transit');
  return sent.flatMap(({ t, from, to, seg, hops = [] }) => {
    const { ctl, options } = seg;
    if (to !== server || !ctl.syn || ctl.ack || options.ts === undefined) return [];
    const lent = hops.findLast((hop) => hop.as !== undefined)?.as;
    return [{ t, from, address: (lent ?? seg).src.address, ts: options.ts.val }];
  });
}

/** How long an address is remembered (TCP_PAWS_MSL), ms. */
const MEMORY = 60_000;

/**
 * What became of calls under Linux’s tcp_tw_recycle: one timestamp is remembered for each address, and
 * for a minute a SYN with an older one is dropped. Every connection here is taken to have been
 * closed by the server at once, which is when it remembered.
 */
export function underRecycle(calls: readonly Call[]): readonly Judged[] {
  const memory = new Map<string, { readonly ts: number; readonly t: number }>();
  return calls.map((call) => {
    const known = memory.get(call.address);
    const remembered = known !== undefined && call.t - known.t < MEMORY ? known.ts : null;
    const dropped = remembered !== null && ((call.ts - remembered) | 0) < 0;
    if (!dropped) memory.set(call.address, call);
    return { ...call, remembered, dropped };
  });
}
