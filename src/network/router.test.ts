import { describe, expect, it } from 'vitest';
import { reference, withPlanks } from '#tcp';
import { A, B, connect, hostOf, only, open, say, stateOf, travelled, worldOf } from './fixtures.ts';
import { WorldError, type WorldOptions } from './world.ts';

/** A ─ R ─ S ─ B, 10 ms each. */
const ROUTERS = {
  routers: [
    { name: 'R', address: '10.0.0.254' },
    { name: 'S', address: '10.9.0.254' },
  ],
  links: [
    { between: ['A', 'R'], delay: 10 },
    { between: ['R', 'S'], delay: 10 },
    { between: ['S', 'B'], delay: 10 },
  ],
} as const satisfies Partial<WorldOptions>;

const withTtl = (ttl: number) => ({
  ...ROUTERS,
  hosts: [hostOf('A', A, 100, { ttl }), hostOf('B', B, 300)],
});

describe('routers', () => {
  it('pass segments on, each with one less to live', () => {
    const trace = open(worldOf(ROUTERS)).run(1000);
    expect(travelled(trace)).toEqual([
      '0 A1 SYN delivered 30',
      '30 B1 SYN,ACK delivered 60',
      '60 A2 ACK delivered 90',
    ]);
    expect(only(trace, 'transit')[0]?.hops).toEqual([
      { node: 'R', t: 10, ttl: 64 },
      { node: 'S', t: 20, ttl: 63 },
    ]);
    expect(stateOf(trace, 'B')).toBe('ESTABLISHED');
  });

  it.each([
    [1, 'R', 20],
    [2, 'S', 40],
  ])('end what has %i to live, and its sender hears of it', (ttl, router, back) => {
    const trace = open(worldOf(withTtl(ttl))).run(500);
    const half = back / 2;
    expect(travelled(trace)).toEqual([
      `0 A1 SYN lost ${half} time exceeded`,
      `${half} ${router}1 time exceeded delivered ${back}`,
    ]);
    expect(only(trace, 'icmp')[0]).toMatchObject({ from: router, to: 'A', about: 0 });
    expect(only(trace, 'step').at(-1)).toMatchObject({
      t: back,
      host: 'A',
      conn: 'c',
      event: { type: 'ICMP', error: 'time exceeded', seq: 100 },
      transit: 1,
    });
  });

  it('do not mind what they have just enough to live for', () => {
    expect(stateOf(open(worldOf(withTtl(3))).run(1000), 'B')).toBe('ESTABLISHED');
  });

  it('say nothing about ICMP messages that end on their way', () => {
    const world = open(worldOf(withTtl(2)));
    world.at(15, { kind: 'plug', between: ['A', 'R'], up: false });
    const trace = world.run(500);
    expect(travelled(trace)).toEqual([
      '0 A1 SYN lost 20 time exceeded',
      '20 S1 time exceeded lost 30',
    ]);
  });

  it.each([
    ['the last link is cut', ['S', 'B'], 'host unreachable', 'S'],
    ['a link in the middle is cut', ['R', 'S'], 'network unreachable', 'R'],
  ] as const)('say so when %s', (_what, between, error, router) => {
    const world = open(worldOf(ROUTERS));
    world.at(-1, { kind: 'plug', between, up: false });
    const trace = world.run(500);
    expect(only(trace, 'icmp')[0]).toMatchObject({ from: router, error, fate: 'delivered' });
    expect(only(trace, 'step').at(-1)).toMatchObject({ event: { type: 'ICMP', error } });
  });

  it('say so when nobody has the address', () => {
    const world = worldOf(ROUTERS);
    world.at(0, { kind: 'call', host: 'A', conn: 'c', call: connect(4000, '192.0.2.7') });
    const trace = world.run(500);
    expect(only(trace, 'icmp')[0]).toMatchObject({ from: 'R', error: 'network unreachable' });
  });

  it('pass on again what they were cut off from', () => {
    const world = open(worldOf(ROUTERS));
    world.at(-1, { kind: 'plug', between: ['S', 'B'], up: false });
    world.at(500, { kind: 'plug', between: ['S', 'B'], up: true });
    const trace = world.run(2000);
    expect(stateOf(trace, 'B')).toBe('ESTABLISHED');
    expect(only(trace, 'plug')).toMatchObject([{ t: 500, between: ['S', 'B'], up: true }]);
  });

  it('say how small a link is that a datagram does not fit', () => {
    const [first, , last] = ROUTERS.links;
    const narrow = { between: ['R', 'S'], delay: 10, mtu: 1000 } as const;
    const world = open(worldOf({ ...ROUTERS, links: [first, narrow, last] }));
    say(world, 200, 'A', 1400);
    const trace = world.run(300);
    expect(travelled(trace).slice(3)).toEqual([
      '200 A3 ACK 1400 lost 210 fragmentation needed',
      '210 R1 fragmentation needed delivered 220',
      '220 A4 ACK 960 again delivered 250',
      '250 B2 ACK delivered 280',
    ]);
    expect(only(trace, 'icmp')[0]).toMatchObject({ mtu: 1000, about: 3 });
    expect(only(trace, 'step').find(({ t }) => t === 220)).toMatchObject({
      event: { type: 'ICMP', error: 'fragmentation needed', mtu: 1000, seq: 101 },
    });
  });

  it('lose what is damaged in its IP header, not what is damaged in TCP', () => {
    const world = open(worldOf({ ...ROUTERS, fates: [{ name: 'A1', fate: 'corrupt' }] }));
    const trace = world.run(500);
    expect(only(trace, 'discard')).toMatchObject([{ t: 30, host: 'B', rule: 'MUST-3' }]);
  });

  it('forward as their engine does', () => {
    const forward = () => ({ type: 'drop', why: 'on strike' }) as const;
    const engine = withPlanks(reference, { forward });
    const [first, second] = ROUTERS.routers;
    const trace = open(worldOf({ ...ROUTERS, routers: [{ ...first, engine }, second] })).run(500);
    expect(only(trace, 'transit')[0]).toMatchObject({ lost: { by: 'R', why: 'on strike' } });
  });

  it('copy where the link behind them copies, and a fate may strike there', () => {
    const fates = [{ name: 'A1', on: ['R', 'S'], fate: 'duplicate' }] as const;
    const trace = open(worldOf({ ...ROUTERS, fates })).run(45);
    expect(travelled(trace)).toEqual([
      '0 A1 SYN delivered 30',
      "10 A1' SYN delivered 30",
      '30 B1 SYN,ACK on its way 50',
      '30 B2 ACK on its way 50',
    ]);
  });
});

describe('a world', () => {
  it.each<[string, Partial<WorldOptions>]>([
    ['two nodes of one name', { routers: [{ name: 'A', address: '1.1.1.1' }] }],
    ['two nodes of one address', { routers: [{ name: 'R', address: A }] }],
    ['a link to nowhere', { links: [{ between: ['A', 'X'], delay: 1 }] }],
  ])('with %s cannot be', (_what, options) => {
    expect(() => worldOf(options)).toThrow(WorldError);
  });

  it('says what it was asked that cannot be', () => {
    const world = worldOf();
    expect(() => world.host('X')).toThrow('there is no host X');
    world.at(5, { kind: 'call', host: 'A', conn: null, call: { type: 'CLOSE' } });
    expect(() => world.run(10)).toThrow('at 5 ms A cannot close: it has no connection');
  });

  it('carries what a host sends to itself', () => {
    const world = worldOf();
    world.at(-1, {
      kind: 'call',
      host: 'A',
      conn: 'l',
      call: { type: 'OPEN', mode: 'passive', local: { address: A, port: 80 } },
    });
    world.at(0, { kind: 'call', host: 'A', conn: 'c', call: connect(4000, A) });
    world.run(100);
    expect(world.host('A').tcb('c')?.state).toBe('ESTABLISHED');
    expect(world.host('A').tcb('l.1')?.state).toBe('ESTABLISHED');
  });
});
