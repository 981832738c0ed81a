import { once } from 'node:events';
import net from 'node:net';
import type { Endpoint } from '#tcp';

/** A socket of the kernel, and what its program (we, by Node) saw of it. */
export interface KernelSocket {
  readonly socket: net.Socket;
  send(data: Uint8Array): void;
  /** `shutdown(SHUT_WR)` once everything is written. */
  finish(): void;
  /** `close()`. What came and was not read makes the kernel reset. */
  close(): void;
  /** `close()` with SO_LINGER 0: a reset. */
  abort(): void;
  received(): Buffer;
  /** Has read the end of the peer's octets. */
  ended(): boolean;
  /** The error that a call met, `ECONNRESET` …, or `null`. */
  error(): string | null;
}

export interface KernelListener {
  /** The next connection that the kernel has accepted. */
  accept(): Promise<KernelSocket>;
}

/** Between the ports of several calls of one program. */
export const CALL_GAP = 20_000;

interface Reading {
  /** `false`: what comes is left in the kernel's buffer until `socket.resume()`. */
  readonly reads?: boolean;
}

interface Listening extends Reading {
  /** Another address of the kernel. */
  readonly address?: string;
}

interface Calling extends Reading {
  /** Another call from the same address: 1, 2 … */
  readonly call?: number;
}

/** The kernel's programs of one scenario. All their sockets end with it. */
export interface KernelEnd {
  /** Listens at the scenario's port of the kernel. */
  listen(options?: Listening): Promise<KernelListener>;
  /** Begins to connect to the engine, from that port. */
  connect(options?: Calling): KernelSocket;
  stop(): void;
}

function wrap(socket: net.Socket, reads: boolean): KernelSocket {
  const chunks: Buffer[] = [];
  let ended = false;
  let error: string | null = null;
  socket.setNoDelay(true);
  socket.on('end', () => (ended = true));
  socket.on('error', (problem: NodeJS.ErrnoException) => (error ??= problem.code ?? 'unknown'));
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  if (!reads) socket.pause();
  return {
    socket,
    send: (data) => socket.write(data),
    finish: () => socket.end(),
    close: () => socket.destroy(),
    abort: () => socket.resetAndDestroy(),
    received: () => Buffer.concat(chunks),
    ended: () => ended,
    error: () => error,
  };
}

/** The programs behind the kernel's end of one scenario. */
export function createKernelEnd(local: Endpoint, engine: Endpoint): KernelEnd {
  const servers: net.Server[] = [];
  const sockets: net.Socket[] = [];
  const keep = (socket: net.Socket) => {
    sockets.push(socket);
    return socket;
  };
  return {
    async listen({ reads = true, address = local.address } = {}) {
      const arrived: KernelSocket[] = [];
      const waiting: ((socket: KernelSocket) => void)[] = [];
      const server = net.createServer({ allowHalfOpen: true, pauseOnConnect: !reads }, (socket) => {
        const wrapped = wrap(keep(socket), reads);
        const first = waiting.shift();
        if (first === undefined) arrived.push(wrapped);
        else first(wrapped);
      });
      servers.push(server);
      server.listen(local.port, address);
      await once(server, 'listening');
      return {
        accept() {
          const first = arrived.shift();
          if (first !== undefined) return Promise.resolve(first);
          return new Promise((resolve) => waiting.push(resolve));
        },
      };
    },
    connect({ reads = true, call = 0 } = {}) {
      const socket = net.connect({
        host: engine.address,
        port: engine.port,
        localAddress: local.address,
        localPort: local.port + CALL_GAP * call,
        allowHalfOpen: true,
      });
      return wrap(keep(socket), reads);
    },
    stop() {
      for (const socket of sockets) socket.destroy();
      for (const server of servers) server.close();
    },
  };
}
