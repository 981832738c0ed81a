import { createWorld } from '#network/world.ts';
import { reference, RFC9293 } from '#tcp';
import { quantile } from './statistics.ts';

const MEGABYTE = 1_000_000;
const ROUNDS = 10;

/** How long it takes to simulate the transfer of 1 MB from one host to another, ms: the median. */
export function transferMs(): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    transfer();
    return performance.now() - start;
  });
  return quantile(times, 0.5);
}

function transfer(): void {
  let taken = 0;
  const remote = { address: '10.77.0.2', port: 80 };
  const world = createWorld({
    hosts: [
      { name: 'A', title: 'client', address: '10.77.0.1', config: RFC9293, engine: reference },
      { name: 'B', title: 'server', address: remote.address, config: RFC9293, engine: reference },
    ],
    links: [{ between: ['A', 'B'], delay: 1 }],
    octets: true,
    record: false,
    afterStep(host, { conn, after, effects }) {
      if (host === 'A' || after !== 'ESTABLISHED') return;
      for (const effect of effects) if (effect.type === 'deliver') taken += effect.data.length;
      const waits = world.host('B').tcb(conn)?.receives.length ?? 1;
      if (waits === 0) world.call('B', conn, { type: 'RECEIVE', max: MEGABYTE });
    },
  });
  const open = {
    type: 'OPEN',
    mode: 'active',
    local: { address: '10.77.0.1', port: 4_000 },
    remote,
  } as const;
  const call = (
    at: number,
    host: string,
    conn: string,
    what: typeof open | typeof listen | typeof send,
  ) => world.at(at, { kind: 'call', host, conn, call: what });
  const listen = { type: 'OPEN', mode: 'passive', local: remote } as const;
  const send = { type: 'SEND', data: new Uint8Array(MEGABYTE) } as const;
  call(0, 'B', 'l', listen);
  call(0, 'A', 'c', open);
  call(10, 'A', 'c', send);
  world.run(100_000);
  if (taken !== MEGABYTE) throw new Error(`${taken} of ${MEGABYTE} octets came through`);
}
