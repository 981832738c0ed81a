import { describe, expect, it } from 'vitest';
import { ctl } from '#tcp';
import { fromJson, toJson } from '#trace/json.ts';
import { B, connect, hostOf, listen, open, worldOf } from './fixtures.ts';
import type { Grip } from './happening.ts';
import { createWorld, type WorldState } from './world.ts';

const END = 5_000;

/** The handshake, in which somebody lays hands on a segment at 5 ms. */
const held = (name: string, grip: Grip, at = 5) => {
  const world = open(worldOf());
  world.at(at, { kind: 'grip', name, grip });
  return world;
};
const transits = (world: ReturnType<typeof held>) =>
  world.run(END).entries.filter((entry) => entry.kind === 'transit');
const named = (world: ReturnType<typeof held>, name: string) =>
  transits(world).find((entry) => entry.name === name);

describe('a segment on its way', () => {
  it('is taken away, and is lost from then on', () => {
    expect(named(held('A1', { do: 'drop' }), 'A1')).toMatchObject({ fate: 'lost', until: 5 });
    // It is sent again, as if the link had lost it.
    expect(named(held('A1', { do: 'drop' }), 'A2')).toMatchObject({ t: 1000, again: true });
  });

  it('is held up', () => {
    expect(named(held('A1', { do: 'delay', by: 7 }), 'A1')).toMatchObject({ until: 17 });
    expect(named(held('A1', { do: 'delay', by: 7 }), 'B1')).toMatchObject({ t: 17 });
  });

  it('is copied, and the copy follows it', () => {
    const world = held('A1', { do: 'duplicate', by: 3 });
    expect(named(world, "A1'")).toMatchObject({ t: 5, until: 13, copyOf: 0, fate: 'delivered' });
  });

  it('is forged: another goes on in its stead', () => {
    const forged = { seq: 777, ctl: ctl({ syn: true }), wnd: 9 };
    const world = held('A1', { do: 'edit', forged });
    expect(named(world, 'A1')).toMatchObject({ fate: 'lost', until: 5, seg: { seq: 100 } });
    expect(named(world, "A1'")).toMatchObject({ t: 5, until: 10, seg: { seq: 777, wnd: 9 } });
    expect(named(world, 'B1')).toMatchObject({ seg: { ack: 778 } });
  });

  it('changes places with another that comes to the same node', () => {
    const world = open(worldOf());
    const send = (text: string) =>
      ({ type: 'SEND', data: new TextEncoder().encode(text) }) as const;
    world.at(50, { kind: 'call', host: 'B', conn: null, call: send('x') });
    world.at(55, { kind: 'call', host: 'B', conn: null, call: { type: 'ABORT' } });
    world.at(56, { kind: 'grip', name: 'B2', grip: { do: 'swap', with: 'B3' } });
    const all = world.run(END).entries.filter((entry) => entry.kind === 'transit');
    expect(all.find(({ name }) => name === 'B2')).toMatchObject({ t: 50, until: 65 });
    expect(all.find(({ name }) => name === 'B3')).toMatchObject({ t: 55, until: 60 });
  });

  it.each<[string, string, Grip, number]>([
    ['A1 is not on its way', 'A1', { do: 'drop' }, 11],
    ['X9 is not on its way', 'X9', { do: 'delay', by: 1 }, 5],
    ['A1 and A1 are not on their way', 'A1', { do: 'swap', with: 'A1' }, 5],
    ['A1 and B9 are not on their way', 'A1', { do: 'swap', with: 'B9' }, 5],
  ])('is not there: %s; all else goes on', (message, name, grip, at) => {
    const world = held(name, grip, at);
    expect(() => world.run(END)).toThrow(message);
    expect(toJson(world.run(END))).toBe(toJson(open(worldOf()).run(END)));
  });
});

describe('behind a router and a NAT', () => {
  const options = {
    hosts: [hostOf('A', '10.0.0.1', 100, { ttl: 2 }), hostOf('B', B, 300)],
    nats: [{ name: 'N', address: '198.51.100.7', inside: ['A'] }],
    routers: [{ name: 'R', address: '192.0.2.1' }],
    links: [
      { between: ['A', 'N'], delay: 10 },
      { between: ['N', 'R'], delay: 10 },
      { between: ['R', 'B'], delay: 10 },
    ] as const,
  };
  const play = (name: string, grip: Grip, at: number, ttl = 64) => {
    const [a, b] = options.hosts;
    const world = createWorld({ ...options, hosts: [{ ...a!, ttl }, b!] });
    world.at(-1, { kind: 'call', host: 'B', conn: 'l', call: listen(B) });
    world.at(0, { kind: 'call', host: 'A', conn: 'c', call: connect() });
    world.at(at, { kind: 'grip', name, grip });
    return world;
  };

  it('a forged segment has the sockets that the NAT wrote, and comes through', () => {
    const { entries } = play('A1', { do: 'edit', forged: { seq: 500 } }, 15).run(60);
    const forged = entries.find((entry) => entry.kind === 'transit' && entry.name === "A1'");
    expect(forged).toMatchObject({
      seg: { seq: 500, src: { address: '198.51.100.7' } },
      fate: 'delivered',
      until: 30,
      hops: [{ node: 'N' }, { node: 'R' }],
    });
  });

  it('an ICMP message can be taken away, but is no segment', () => {
    const icmp = (grip: Grip) => play('R1', grip, 25, 2);
    const [message] = icmp({ do: 'drop' })
      .run(900)
      .entries.filter((entry) => entry.kind === 'icmp');
    expect(message).toMatchObject({ fate: 'lost', until: 25 });
    expect(() => icmp({ do: 'duplicate', by: 1 }).run(900)).toThrow('R1 is no segment');
  });

  it('a world goes on after it was saved in between', () => {
    const whole = toJson(play('A1', { do: 'delay', by: 30 }, 15).run(END));
    const first = play('A1', { do: 'delay', by: 30 }, 15);
    first.run(20);
    const kept = fromJson(toJson(first.save())) as WorldState;
    const [a, b] = options.hosts;
    const second = createWorld({ ...options, hosts: [{ ...a!, ttl: 64 }, b!] }, kept);
    expect(toJson(second.run(END))).toBe(whole);
  });
});
