import type { Socket } from './socket.ts';
import type { SocketTable } from './socket-table.ts';
import type { SocketsOptions } from './socket-types.ts';

/** How sockets give up what they have. */
export interface Closing {
  /** Who came and was never accepted is turned away (RFC 9293 §3.10.4). */
  listener(socket: Socket, conn: string): void;
  connection(socket: Socket, conn: string): void;
}

/** How the sockets of a table are closed. */
export function createClosing({ host }: SocketsOptions, table: SocketTable): Closing {
  return {
    listener(socket, conn) {
      const queues = host.queues(conn);
      table.unlisten(socket);
      for (const name of [...(queues?.syn ?? []), ...(queues?.accept ?? [])]) {
        table.detach(name);
        if (host.tcb(name) !== null) table.perform(name, { type: 'ABORT' });
      }
      table.detach(conn);
      table.perform(conn, { type: 'CLOSE' });
    },

    connection({ options, tail }, conn) {
      const state = host.tcb(conn)?.state;
      table.detach(conn);
      if (state === undefined || state === 'TIME-WAIT') return;
      if (options.SO_LINGER === 0) {
        table.perform(conn, { type: 'ABORT' });
        return;
      }
      // What was read from the tail is still in the TCB: another CLOSE would take it for unread.
      const isRead = tail?.length === 0;
      if (isRead && (state === 'CLOSING' || state === 'LAST-ACK')) return;
      table.perform(conn, { type: 'CLOSE', halfDuplex: true });
    },
  };
}
