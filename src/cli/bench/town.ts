import { createWorld, type World } from '#network/world.ts';
import { type Config, reference, RFC9293 } from '#tcp';

/** Two hosts, A and B, with programs that open and close: the stage of the benchmarks. */
export interface Town {
  readonly world: World;
  /** Opens one connection from A to B for each port, and lets both programs close it. */
  openAndClose(ports: Iterable<number>): void;
}

export interface TownOptions {
  /** Segments travel as octets with checksums, and a Trace is kept. */
  readonly everything: boolean;
  readonly config?: Partial<Config>;
  /** Do the programs close? They do, unless this is `false`. */
  readonly closes?: boolean;
  /** Ports on which B listens. */
  readonly listen?: readonly number[];
}

const A = '10.77.0.1';
const B = '10.77.0.2';
const DELAY = 1;

/** How long a connection takes from its SYN to the last ACK, ms. */
const LIFE = 4 * DELAY;

/** So many local ports are used towards each port of B. */
const PORTS = 60_000;

/** A opens and closes first; B closes when it hears of that. */
export function createTown({
  everything,
  config = {},
  closes = true,
  listen = [80],
}: TownOptions): Town {
  const settings = { ...RFC9293, ...config };
  const world = createWorld({
    hosts: [
      { name: 'A', title: 'client', address: A, config: settings },
      { name: 'B', title: 'server', address: B, config: settings },
    ].map((host) => ({ ...host, engine: reference })),
    links: [{ between: ['A', 'B'], delay: DELAY }],
    octets: everything,
    record: everything,
    afterStep(host, { conn, before, after }) {
      if (!closes || before === after) return;
      const isTime = host === 'A' ? after === 'ESTABLISHED' : after === 'CLOSE-WAIT';
      if (isTime) world.call(host, conn, { type: 'CLOSE' });
    },
  });
  for (const port of listen) {
    const local = { address: B, port };
    const call = { type: 'OPEN', mode: 'passive', local } as const;
    world.at(0, { kind: 'call', host: 'B', conn: `l${port}`, call });
  }
  world.run(0);

  return {
    world,
    openAndClose(ports) {
      let at = world.now;
      for (const port of ports) {
        const to = listen[Math.floor(port / PORTS)] ?? 80;
        const local = { address: A, port: 1_024 + (port % PORTS) };
        const remote = { address: B, port: to };
        const call = { type: 'OPEN', mode: 'active', local, remote } as const;
        world.at(at, { kind: 'call', host: 'A', conn: `c${port}`, call });
        at += LIFE;
      }
      world.run(at);
    },
  };
}
