import type { State, Tcb } from '#tcp';
import type { Trace } from '#trace/trace.ts';
import { tcbsAt } from '../inspector/tcb-at.ts';
import type { Spaces } from './spaces.ts';

/** What a host counts with at a moment of a run. */
export interface SpacesMoment {
  readonly state: State;
  readonly spaces: Spaces;
}

/** States in which there are no numbers of our own yet. */
const NO_OWN: readonly State[] = ['CLOSED', 'LISTEN'];
/** States in which the peer's numbers are not known yet. */
const NO_PEER: readonly State[] = [...NO_OWN, 'SYN-SENT'];

/** The spaces that a TCB describes. What it does not know yet is `null`. */
export function spacesOf({ state, iss, irs, snd, rcv }: Tcb): Spaces {
  const { una, nxt, wnd } = snd;
  return {
    snd: NO_OWN.includes(state) ? null : { iss, una, nxt, wnd },
    rcv: NO_PEER.includes(state) ? null : { irs, nxt: rcv.nxt, wnd: rcv.wnd },
  };
}

/**
 * The spaces of a host after all that happened up to `ms`. Of several connections the latest is meant,
 * and a listener only if there is no other. `null`: the host has no TCB then, or nobody knows it.
 */
export function spacesAt(trace: Trace, host: string, ms: number): SpacesMoment | null {
  const tcbs = [...tcbsAt(trace, host, ms).values()];
  const tcb = tcbs.findLast(({ state }) => state !== 'LISTEN') ?? tcbs.at(-1);
  return tcb ? { state: tcb.state, spaces: spacesOf(tcb) } : null;
}
