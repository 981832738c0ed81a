/*
 * Runs in a network namespace of its own: opens and closes TCP connections of the kernel in many ways
 * while tcpdump listens, then asks ss in which state each end is.
 *
 *     node play.ts FOLDER CAPTURES-AS-JSON
 *
 * Leaves in FOLDER the captures, `ss.txt` and `ports.json`: which story was told on which port.
 */
import { execFileSync, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { once } from 'node:events';
import type { CaptureOrder } from './kernel.ts';

const [folder = '', orders = '[]'] = process.argv.slice(2);

interface Ends {
  readonly client: net.Socket;
  readonly server: net.Socket;
}

/** Long enough for what was sent to be answered. */
const settle = () => wait(60);

const listen = async (port: number, host = '127.0.0.1'): Promise<net.Server> => {
  const server = net.createServer({ allowHalfOpen: true, pauseOnConnect: true });
  server.listen(port, host);
  await once(server, 'listening');
  return server;
};

const ignoreErrors = (socket: net.Socket): net.Socket => socket.on('error', () => undefined);

async function connect(
  port: number,
  options: { host?: string; from?: number } = {},
): Promise<Ends> {
  const { host = '127.0.0.1', from } = options;
  const server = await listen(port, host);
  const accepted = once(server, 'connection') as Promise<[net.Socket]>;
  const own = from === undefined ? {} : { localPort: from, localAddress: host };
  const client = ignoreErrors(net.connect({ host, port, allowHalfOpen: true, ...own }));
  client.pause();
  const [[socket]] = await Promise.all([accepted, once(client, 'connect')]);
  server.close();
  return { client, server: ignoreErrors(socket) };
}

/** Each story leaves a connection, or several of one 4-tuple, in some state. */
const STORIES: Readonly<Record<string, (port: number) => Promise<unknown>>> = {
  open: (port) => connect(port),
  'open over IPv6': (port) => connect(port, { host: '::1' }),
  refused: async (port) => {
    const socket = ignoreErrors(net.connect(port, '127.0.0.1'));
    await new Promise((resolve) => socket.on('close', resolve));
  },
  'data both ways': async (port) => {
    const { client, server } = await connect(port);
    client.resume().write('question');
    await settle();
    server.resume().write('answer');
  },
  'half-closed': async (port) => {
    const { client, server } = await connect(port);
    client.end();
    await settle();
    server.write('more');
  },
  'closed by the client first': async (port) => {
    const { client, server } = await connect(port);
    client.resume().end('bye');
    await settle();
    server.resume().end();
  },
  'closed by the server first': async (port) => {
    const { client, server } = await connect(port);
    server.resume().end();
    await settle();
    client.resume().end();
  },
  'reset by the client': async (port) => {
    (await connect(port)).client.resetAndDestroy();
  },
  'reset by the server after a FIN': async (port) => {
    const { client, server } = await connect(port);
    client.end();
    await settle();
    server.resetAndDestroy();
  },
  'closed with unread data': async (port) => {
    const { client, server } = await connect(port);
    client.write('never read');
    await settle();
    server.destroy();
  },
  'a window that is shut': async (port) => {
    const { client } = await connect(port);
    client.write(new Uint8Array(8_000_000));
  },
  'kept alive': async (port) => {
    const { client } = await connect(port);
    client.write('x');
    client.setKeepAlive(true, 1000);
  },
  'connected to itself': async (port) => {
    const own = { host: '127.0.0.1', port, localPort: port, localAddress: '127.0.0.1' };
    const socket = ignoreErrors(net.connect({ ...own, allowHalfOpen: true }));
    await once(socket, 'connect');
    socket.write('echo');
  },
  'three times with the same ports': async (port) => {
    for (let round = 0; round < 3; round++) {
      const { client, server } = await connect(port, { from: port + 10_000 });
      server.resume().end();
      await settle();
      client.resume().end();
      await settle();
    }
  },
  'much data': async (port) => {
    const { client, server } = await connect(port);
    server.resume();
    client.end(new Uint8Array(3_000_000));
    await once(server, 'end');
  },
};

execFileSync('ip', ['link', 'set', 'lo', 'up']);
const captures = (JSON.parse(orders) as readonly CaptureOrder[]).map(({ file, options }) => {
  const args = [...options, '-U', '-B', '16384', '-Z', 'root', '-w', join(folder, file), 'tcp'];
  return spawn('tcpdump', args, { stdio: ['ignore', 'ignore', 'pipe'] });
});
/** Resolves when tcpdump listens; throws with what it said if it does not. */
const ready = ({ stderr }: (typeof captures)[number]) =>
  new Promise<void>((resolve, reject) => {
    let said = '';
    stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('listening on')) resolve();
    });
    stderr.on('end', () => reject(new Error(`tcpdump ended: ${said}`)));
  });
await Promise.all(captures.map(ready));
await wait(200);

const ports: Record<number, string> = {};
await Promise.all(
  Object.entries(STORIES).map(async ([story, tell], i) => {
    ports[20_001 + i] = story;
    await tell(20_001 + i);
  }),
);
await wait(2500);
writeFileSync(join(folder, 'ss.txt'), execFileSync('ss', ['-tanH']));
writeFileSync(join(folder, 'ports.json'), JSON.stringify(ports));
await Promise.all(
  captures.map((capture) => {
    capture.kill('SIGINT');
    return once(capture, 'exit');
  }),
);
process.exit(0);
