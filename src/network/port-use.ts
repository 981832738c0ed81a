import type { PortUse } from '#tcp';
import type { Connection } from './connections.ts';

/** A connection or a listener, as the port clerk sees it. */
export function portUse({ tcb, bound, reuse }: Connection): PortUse {
  const { tsRecent, tsRecentAt } = tcb.rcv;
  return {
    local: tcb.local,
    remote: tcb.remote,
    state: tcb.state,
    bound,
    reuse,
    timestampAt: tsRecent === null ? null : tsRecentAt,
  };
}
