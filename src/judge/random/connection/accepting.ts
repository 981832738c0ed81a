import { SERVER_PORT } from '#scenario/packetdrill/sockets.ts';
import type { Segment } from '#tcp';

/** Which connections of a listener a script could have accepted by now. */
export interface Accepting {
  /** A segment arrives at the listener's port. */
  hear(seg: Segment): void;
  /** Has the script a socket for this connection, or can it have one? */
  has(conn: string): boolean;
}

/**
 * Keeps count as a script's reader does (`createSockets`): it knows callers by their SYNs, and takes
 * who has sent an ACK as connected. Where it counts otherwise than the host, no call can be written.
 */
export function createAccepting(): Accepting {
  const callers: { readonly port: number; readonly name: string; isReady: boolean }[] = [];
  return {
    hear({ src, ctl }) {
      const caller = callers.findLast(({ port }) => port === src.port);
      if (ctl.syn && !ctl.ack) {
        const name = `${SERVER_PORT}.${callers.length + 1}`;
        callers.push({ port: src.port, name, isReady: false });
      } else if (ctl.ack && caller !== undefined) caller.isReady = true;
    },
    has: (conn) => callers.some(({ name, isReady }) => isReady && name === conn),
  };
}
