/* Two hosts with sockets, for tests. */
import { type Config, type Endpoint, reference, RFC9293, type State } from '#tcp';
import { createSockets, type Outcome, type Sockets } from './sockets.ts';
import { createWorld, type LinkSetup, type World } from './world.ts';

export const A = '192.0.2.1';
export const B = '192.0.2.2';
/** A socket address. */
export const at = (address: string, port: number): Endpoint => ({ address, port });
/** A text as octets. */
export const octets = (text: string) => new TextEncoder().encode(text);
/** Octets as a text. */
export const text = (data: Uint8Array) => new TextDecoder().decode(data);

export interface Setting {
  readonly config?: Partial<Config>;
  readonly link?: Partial<LinkSetup>;
  readonly seed?: number;
}

export interface Stage {
  readonly world: World;
  readonly a: Sockets;
  readonly b: Sockets;
}

/** Two hosts on a link of 10 ms, each with sockets. */
export function stage({ config = {}, link = {}, seed = 1 }: Setting = {}): Stage {
  const full: Config = { ...RFC9293, msl: 1_000, ...config };
  const sockets = new Map<string, Sockets>();
  const player = (name: string, address: string) => ({
    name,
    title: name,
    address,
    engine: reference,
    config: full,
    key: new Uint8Array(16).fill(address.charCodeAt(address.length - 1)),
  });
  const world = createWorld({
    hosts: [player('A', A), player('B', B)],
    links: [{ between: ['A', 'B'], delay: 10, ...link }],
    seed,
    afterStep: (host, step) => sockets.get(host)?.notice(step),
  });
  const make = (name: string, address: string) => {
    const made = createSockets({
      host: world.host(name),
      engine: reference,
      config: full,
      addresses: [address],
      now: () => world.now,
      carry: (step) => world.note(name, step),
    });
    sockets.set(name, made);
    return made;
  };
  return { world, a: make('A', A), b: make('B', B) };
}

/** The value that a call gives. Throws if it gives none. */
export function get<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.errno);
  return outcome.value;
}
/** What a call says is wrong. */
export const errno = (outcome: Outcome<unknown>) => (outcome.ok ? 'no error' : outcome.errno);

/** A listener of B on a port. */
export function listenOn({ b }: Stage, port: number, backlog = 100): number {
  const fd = b.socket();
  get(b.bind(fd, at('0.0.0.0', port)));
  get(b.listen(fd, backlog));
  return fd;
}

/** A socket of A that has called, and the one of B that was accepted. */
export function pair(on: Stage, listener: number, port: number): [client: number, server: number] {
  const client = on.a.socket();
  on.a.connect(client, at(B, port));
  on.world.run(on.world.now + 100);
  return [client, get(on.b.accept(listener)).fd];
}

/** The state of a socket's connection. */
export const stateOf = (sockets: Sockets, fd: number): State => get(sockets.status(fd)).state;
