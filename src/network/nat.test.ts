import { describe, expect, it } from 'vitest';
import { connect, hostOf, listen, only, say, stateOf, travelled } from './fixtures.ts';
import { createWorld, type NatSetup, type World, type WorldOptions } from './world.ts';

const OFFICE = '198.51.100.7';
const SERVER = '203.0.113.9';
const ONE = '10.0.0.1';
const OTHER = '10.0.0.2';

/** Two hosts behind one NAT, a router, and a server B outside; 10 ms each link. */
function office(nat: Partial<NatSetup> = {}, more: Partial<WorldOptions> = {}): World {
  const world = createWorld({
    hosts: [hostOf('A', ONE, 100), hostOf('B', SERVER, 300), hostOf('C', OTHER, 700)],
    routers: [{ name: 'R', address: '192.0.2.1' }],
    nats: [{ name: 'N', address: OFFICE, inside: ['A', 'C'], ...nat }],
    links: [
      { between: ['A', 'N'], delay: 10 },
      { between: ['C', 'N'], delay: 10 },
      { between: ['N', 'R'], delay: 10 },
      { between: ['R', 'B'], delay: 10 },
    ],
    ...more,
  });
  world.at(-1, { kind: 'call', host: 'B', conn: 'l', call: listen(SERVER) });
  world.at(0, { kind: 'call', host: 'A', conn: 'c', call: connect(4000, SERVER, ONE) });
  return world;
}

const callFromC = (world: World, at: number, from = 4000) =>
  world.at(at, { kind: 'call', host: 'C', conn: 'c', call: connect(from, SERVER, OTHER) });

const remotes = (world: World): readonly string[] =>
  ['l.1', 'l.2'].flatMap((conn) => {
    const remote = world.host('B').tcb(conn)?.remote;
    return remote ? [`${remote.address}:${remote.port}`] : [];
  });

describe('a NAT', () => {
  it('puts its own address in place of those behind it; a port stays if it is free', () => {
    const world = office();
    callFromC(world, 100);
    const trace = world.run(1000);
    expect(remotes(world)).toEqual([`${OFFICE}:4000`, `${OFFICE}:4001`]);
    expect(stateOf(trace, 'A')).toBe('ESTABLISHED');
    expect(stateOf(trace, 'C')).toBe('ESTABLISHED');
    const [call, answer] = only(trace, 'transit');
    expect(call?.hops?.[0]).toEqual({
      ...{ node: 'N', t: 10, ttl: 64 },
      as: { src: { address: OFFICE, port: 4000 }, dst: { address: SERVER, port: 80 } },
    });
    expect(answer).toMatchObject({ from: 'B', to: 'N', fate: 'delivered', until: 60 });
    expect(answer?.hops?.[1]).toMatchObject({
      node: 'N',
      as: { dst: { address: ONE, port: 4000 } },
    });
  });

  it('keeps different ports as they are', () => {
    const world = office();
    callFromC(world, 100, 5000);
    world.run(1000);
    expect(remotes(world)).toEqual([`${OFFICE}:4000`, `${OFFICE}:5000`]);
  });

  it('passes on between those behind it without a word', () => {
    const world = office();
    world.at(90, { kind: 'call', host: 'C', conn: 'l', call: listen(OTHER) });
    world.at(100, { kind: 'call', host: 'A', conn: 'd', call: connect(6000, OTHER, ONE) });
    world.run(1000);
    expect(world.host('C').tcb('l.1')?.remote).toEqual({ address: ONE, port: 6000 });
  });

  it('lets in nothing that nobody inside has called for', () => {
    const world = office();
    const call = (at: number, conn: string, remote: string) =>
      world.at(at, { kind: 'call', host: 'B', conn, call: connect(7000, remote, SERVER) });
    call(100, 'x', OFFICE);
    call(200, 'y', ONE);
    const trace = world.run(250);
    expect(
      only(trace, 'transit')
        .slice(3)
        .map(({ lost }) => lost),
    ).toEqual([
      { by: 'N', why: 'the NAT knows no such connection' },
      { by: 'N', why: 'an address inside cannot be reached from outside' },
    ]);
  });
});

describe('what a NAT has forgotten', () => {
  const IDLE = { idle: 60_000, transitory: 5000 };

  it('from outside is dropped, and its sender sends it again in vain', () => {
    const world = office(IDLE);
    say(world, 60_060, 'B', 3);
    const trace = world.run(61_500);
    expect(travelled(trace).slice(3)).toEqual([
      '60060 B2 ACK 3 lost 60080 the NAT knows no such connection',
      expect.stringMatching(/ B3 ACK 3 again lost .* the NAT knows no such connection/),
    ]);
  });

  it('is not yet forgotten just before', () => {
    const world = office(IDLE);
    say(world, 60_040, 'B', 3);
    const trace = world.run(60_200);
    expect(only(trace, 'transit')[3]).toMatchObject({ fate: 'delivered', seg: { seq: 301 } });
  });

  it('from outside is reset, if it is set up to', () => {
    const world = office({ ...IDLE, strays: { outside: 'reset' } });
    say(world, 70_000, 'B', 3);
    const trace = world.run(71_000);
    expect(travelled(trace).slice(3)).toEqual([
      '70000 B2 ACK 3 lost 70020 the NAT knows no such connection',
      '70020 N1 RST delivered 70040',
    ]);
    expect(stateOf(trace, 'B')).toBe('CLOSED');
  });

  it('from inside is taken up again at the same port', () => {
    const world = office(IDLE);
    say(world, 70_000, 'A', 3);
    const trace = world.run(70_500);
    expect(only(trace, 'transit')[3]).toMatchObject({ fate: 'delivered' });
    expect(world.host('B').tcb('l.1')?.rcv.nxt).toBe(104);
  });

  it('may have lost its port to another meanwhile: then the server resets what it does not know', () => {
    const world = office(IDLE);
    callFromC(world, 69_000);
    say(world, 70_000, 'A', 3);
    const trace = world.run(70_500);
    expect(remotes(world)).toEqual([`${OFFICE}:4000`]);
    expect(stateOf(trace, 'A')).toBe('CLOSED');
  });

  it.each(['drop', 'reset'] as const)(
    'from inside is answered with a %s, if it is set up to',
    (inside) => {
      const world = office({ ...IDLE, strays: { inside } });
      say(world, 70_000, 'A', 3);
      const trace = world.run(70_050);
      expect(stateOf(trace, 'A')).toBe(inside === 'reset' ? 'CLOSED' : 'ESTABLISHED');
    },
  );

  it.each([
    ['still remembered', 5099, 4001],
    ['forgotten', 5101, 4000],
  ])('is, some time after its reset, %s', (_what, at, port) => {
    const world = office(IDLE);
    world.at(100, { kind: 'call', host: 'A', conn: null, call: { type: 'ABORT' } });
    callFromC(world, at);
    world.run(6000);
    expect(remotes(world)).toEqual([`${OFFICE}:${port}`]);
  });
});

describe('an ICMP message through a NAT', () => {
  it('comes to the host behind it that it is about', () => {
    const world = office({}, { seed: 1 });
    world.at(-1, { kind: 'plug', between: ['R', 'B'], up: false });
    const trace = world.run(100);
    expect(travelled(trace)).toEqual([
      '0 A1 SYN lost 20 host unreachable',
      '20 R1 host unreachable delivered 40',
    ]);
    expect(only(trace, 'step').at(-1)).toMatchObject({
      host: 'A',
      event: { type: 'ICMP', error: 'host unreachable', seq: 100 },
    });
  });

  it('comes out to the server that it is about', () => {
    const world = office();
    world.at(100, { kind: 'plug', between: ['A', 'N'], up: false });
    say(world, 200, 'B', 3);
    const trace = world.run(300);
    expect(only(trace, 'icmp')).toMatchObject([{ from: 'N', to: 'B', error: 'host unreachable' }]);
    expect(only(trace, 'step').at(-1)).toMatchObject({
      host: 'B',
      conn: 'l.1',
      event: { type: 'ICMP', error: 'host unreachable', seq: 301 },
    });
  });

  it('is sent by the NAT itself for what has no more to live', () => {
    const hosts = [
      hostOf('A', ONE, 100, { ttl: 1 }),
      hostOf('B', SERVER, 300),
      hostOf('C', OTHER, 7),
    ];
    const trace = office({}, { hosts }).run(100);
    expect(travelled(trace)).toEqual([
      '0 A1 SYN lost 10 time exceeded',
      '10 N1 time exceeded delivered 20',
    ]);
  });
});
