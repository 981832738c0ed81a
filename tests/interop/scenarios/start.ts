import type { EngineConnection } from '../world/engine-end.ts';
import type { KernelSocket } from '../world/kernel-end.ts';
import type { Stage } from '../world/stage.ts';

/** Both ends of a connection that is ESTABLISHED. */
export interface Connected {
  readonly connection: EngineConnection;
  readonly socket: KernelSocket;
}

interface Reading {
  /** `false`: the kernel's program leaves what comes in the kernel's buffer. */
  readonly reads?: boolean;
}

/** The engine calls, the kernel answers. */
export async function engineCalls(stage: Stage, reading: Reading = {}): Promise<Connected> {
  const listener = await stage.kernel.listen(reading);
  const connection = stage.engine.connect();
  const socket = await listener.accept();
  await stage.both(connection, 'ESTABLISHED', 'ESTABLISHED');
  return { connection, socket };
}

/** The kernel calls, the engine answers. */
export async function kernelCalls(stage: Stage, reading: Reading = {}): Promise<Connected> {
  stage.engine.listen();
  const socket = stage.kernel.connect(reading);
  const connection = stage.engine.accepted();
  await stage.both(connection, 'ESTABLISHED', 'ESTABLISHED');
  return { connection, socket };
}

/** Octets go both ways and arrive. */
export async function talk(stage: Stage, { connection, socket }: Connected): Promise<void> {
  const [before, heard] = [connection.received().length, socket.received().length];
  connection.send(Buffer.from('from the engine'));
  socket.send(Buffer.from('from the kernel'));
  await stage.until(
    'a word each way',
    () =>
      connection.received().subarray(before).toString() === 'from the kernel' &&
      socket.received().subarray(heard).toString() === 'from the engine',
  );
}
