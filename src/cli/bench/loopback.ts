import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';

const CONNECTIONS = 4_000;
const AT_ONCE = 32;

/** Connections that Node opens and closes per second over the loopback of this machine's kernel. */
export async function loopbackPerSecond(): Promise<number> {
  const server = createServer((socket) =>
    socket
      .on('error', () => {})
      .resume()
      .end(),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const one = async () => {
    const socket = connect(port, '127.0.0.1');
    socket.resume().end();
    await once(socket, 'close');
  };
  const worker = async () => {
    for (let n = 0; n < CONNECTIONS / AT_ONCE; n += 1) await one();
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const seconds = (performance.now() - start) / 1_000;
  server.close();
  return CONNECTIONS / seconds;
}
