import { expect, it } from 'vitest';
import { PROFILES, reference } from '#tcp';
import { createSockets, type Outcome, type Sockets } from './sockets.ts';
import { createWorld } from './world.ts';

const HOUR = 3_600_000;

function get<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.errno);
  return outcome.value;
}

/** Two hosts with a connection between them; what either sent later is in `segments`. */
function connected() {
  const names = { A: '192.0.2.1', B: '192.0.2.2' };
  const sockets = new Map<string, Sockets>();
  const config = PROFILES.rfc9293;
  const world = createWorld({
    hosts: Object.entries(names).map(([name, address]) => {
      return { name, title: name, address, engine: reference, config };
    }),
    links: [{ between: ['A', 'B'], delay: 10 }],
    afterStep: (host, step) => sockets.get(host)?.notice(step),
  });
  for (const [name, address] of Object.entries(names)) {
    const host = world.host(name);
    const carry = (step: Parameters<typeof world.note>[1]) => world.note(name, step);
    const own = { host, engine: reference, config, addresses: [address], now: () => world.now };
    sockets.set(name, createSockets({ ...own, carry }));
  }
  const [a, b] = [sockets.get('A') as Sockets, sockets.get('B') as Sockets];
  const door = b.socket();
  get(b.bind(door, { address: names.B, port: 80 }));
  get(b.listen(door, 1));
  const client = a.socket();
  a.connect(client, { address: names.B, port: 80 });
  world.run(1_000);
  return {
    a,
    client,
    /** When segments left within the next hours, in hours from now. */
    segmentsWithin: (hours: number) => {
      const start = world.now;
      return world
        .run(start + hours * HOUR)
        .entries.flatMap((one) => (one.kind === 'transit' && one.t > start ? [one.t] : []))
        .map((t) => (t - start) / HOUR);
    },
  };
}

it('a silent connection is left alone for days, unless its program wants otherwise (MUST-25)', () => {
  expect(connected().segmentsWithin(48)).toEqual([]);
});

it('with SO_KEEPALIVE and no word of when, a silent peer is asked after 2 hours (MUST-28)', () => {
  const { a, client, segmentsWithin } = connected();
  get(a.setsockopt(client, 'SO_KEEPALIVE', true));
  const [first] = segmentsWithin(3);
  expect(first).toBeGreaterThan(1.99);
  expect(first).toBeLessThan(2.01);
});
