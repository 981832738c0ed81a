import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromJson, toJson } from '#trace/json.ts';
import { connect, hostOf, listen, say } from './fixtures.ts';
import { createWorld, type World, type WorldOptions, type WorldState } from './world.ts';

/** A run is the whole life of three worlds: a hundredth of what a small property gets. */
const runs = { numRuns: Math.ceil(Number(process.env['FC_RUNS'] ?? 1500) / 100) };
const SERVER = '203.0.113.9';

/** All that can go wrong at once, on both sides of a NAT. */
const options = (seed: number, octets: boolean): WorldOptions => ({
  hosts: [
    hostOf('A', '10.0.0.1', 100, { settings: { delayedAck: 40, timestamps: true } }),
    hostOf('B', SERVER, 0xffff_fff0, { settings: { sack: true, windowScale: 3 } }),
  ],
  routers: [{ name: 'R', address: '192.0.2.1' }],
  nats: [{ name: 'N', address: '198.51.100.7', inside: ['A'], transitory: 3000 }],
  links: [
    { between: ['A', 'N'], delay: 10, jitter: 30, loss: 0.1, duplicate: 0.1, corrupt: 0.1 },
    { between: ['N', 'R'], delay: 10, reorder: { share: 0.2, by: 50 } },
    { between: ['R', 'B'], delay: 10, mtu: 900 },
  ],
  fates: [{ from: 'A', flags: 'FIN', nth: 2, fate: 'drop' }],
  seed,
  octets,
});

function script(world: World): void {
  world.at(-1, { kind: 'call', host: 'B', conn: 'l', call: listen(SERVER) });
  world.at(0, { kind: 'call', host: 'A', conn: 'c', call: connect(4000, SERVER, '10.0.0.1') });
  for (const at of [300, 700, 1500]) say(world, at, 'A', 2000);
  world.at(2000, { kind: 'call', host: 'A', conn: 'c', call: { type: 'CLOSE' } });
  world.at(9000, { kind: 'plug', between: ['R', 'B'], up: false });
  world.at(9100, { kind: 'call', host: 'A', conn: 'd', call: connect(4001, SERVER, '10.0.0.1') });
  world.at(10_500, { kind: 'plug', between: ['R', 'B'], up: true });
  world.at(20_000, { kind: 'crash', host: 'B' });
}

const END = 30_000;

describe('a saved world', () => {
  it('goes on to the very same Trace, from any moment, even through JSON', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.boolean(),
        fc.integer({ min: 0, max: END }),
        (seed, octets, at) => {
          const whole = createWorld(options(seed, octets));
          script(whole);
          const expected = toJson(whole.run(END));

          const first = createWorld(options(seed, octets));
          script(first);
          first.run(at);
          const kept = first.save();
          const text = toJson(kept);
          const second = createWorld(options(seed, octets), fromJson(text) as WorldState);
          expect(toJson(second.run(END))).toBe(expected);

          // What was saved is a copy: neither world has changed it, and the first goes on as well.
          expect(toJson(first.run(END))).toBe(expected);
          expect(toJson(kept)).toBe(text);
        },
      ),
      runs,
    );
  });

  it('tells a story that is worth it: much is lost, damaged, doubled and reported', () => {
    const world = createWorld(options(5, true));
    script(world);
    const { entries } = world.run(END);
    const kinds = new Set(entries.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['step', 'transit', 'icmp', 'discard', 'crash', 'plug']));
  });

  it('must be one of a world with the same nodes', () => {
    const saved = createWorld(options(1, false)).save();
    const { nats: _nats, ...others } = options(1, false);
    const links = [{ between: ['A', 'B'], delay: 1 }] as const;
    expect(() => createWorld({ ...others, links }, saved)).toThrow('other nodes');
  });
});
