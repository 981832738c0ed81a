import { describe, expect, it } from 'vitest';
import type { Config } from '../config.ts';
import type { PortTable, PortUse } from '../host-functions.ts';
import { PROFILES } from '../profiles.ts';
import type { Endpoint } from '../segment.ts';
import { allocatePort, mayBind } from './ports.ts';

const { linux, freebsd, rfc9293 } = PROFILES;
const HERE = '192.0.2.1';
const here = (port: number): Endpoint => ({ address: HERE, port });
const server = (port: number): Endpoint => ({ address: '192.0.2.99', port });
const same = (a: Endpoint, b: Endpoint | null) => a.address === b?.address && a.port === b.port;

const table = (uses: readonly PortUse[], offset = 0): PortTable => ({
  addresses: [HERE, '192.0.2.2'],
  offset,
  between: (local, remote) =>
    uses.find((use) => same(local, use.local) && same(remote, use.remote)) ?? null,
  on: (port) => uses.filter(({ local }) => local.port === port),
});

const use = (over: Partial<PortUse>): PortUse => ({
  local: here(5000),
  remote: null,
  state: 'CLOSED',
  bound: true,
  reuse: false,
  timestampAt: null,
  ...over,
});
const outgoing = (port: number, remote: Endpoint, over: Partial<PortUse> = {}): PortUse =>
  use({ local: here(port), remote, state: 'TIME-WAIT', bound: false, ...over });

const ten: Config = { ...linux, ephemeralPorts: [40_000, 40_009] };
const anyPort = { local: here(0), reuse: false };
const connect = (remote: Endpoint, uses: readonly PortUse[], now: number, config: Config) =>
  allocatePort(anyPort, remote, table(uses), now, config);

const allTaken = (over: Partial<PortUse> = {}) =>
  Array.from({ length: 10 }, (_, n) => outgoing(40_000 + n, server(80), over));

describe('allocatePort', () => {
  it('keeps to the range of the profile', () => {
    const wide = table([], 123_456_789);
    for (const config of [rfc9293, linux, freebsd]) {
      const port = allocatePort(anyPort, server(80), wide, 0, config);
      expect(port).toBeGreaterThanOrEqual(config.ephemeralPorts[0]);
      expect(port).toBeLessThanOrEqual(config.ephemeralPorts[1]);
    }
  });

  it('begins at the offset and comes round', () => {
    const uses = [outgoing(40_009, server(80))];
    expect(allocatePort(anyPort, server(80), table(uses, 9), 0, ten)).toBe(40_000);
  });

  it('runs out towards one destination, and not towards another', () => {
    expect(connect(server(80), allTaken(), 0, ten)).toBe('EADDRNOTAVAIL');
    expect(connect(server(81), allTaken(), 0, ten)).toBe(40_000);
  });

  it('gives out neither reserved ports nor those that a program bound to', () => {
    const config = { ...ten, reservedPorts: [40_000, 40_001] };
    expect(connect(server(80), [use({ local: here(40_002) })], 0, config)).toBe(40_003);
  });

  it('takes a TIME-WAIT over when it had timestamps and a second has passed', () => {
    const config: Config = { ...ten, reuseTimeWait: 'always' };
    const stamped = allTaken({ timestampAt: 5_000 });
    expect(connect(server(80), stamped, 6_000, config)).toBe('EADDRNOTAVAIL');
    expect(connect(server(80), stamped, 6_001, config)).toBe(40_000);
    expect(connect(server(80), allTaken(), 60_000, config)).toBe('EADDRNOTAVAIL');
    const alive = allTaken({ timestampAt: 5_000, state: 'FIN-WAIT-2' });
    expect(connect(server(80), alive, 60_000, config)).toBe('EADDRNOTAVAIL');
  });

  it('does so by default on Linux between loopback addresses only', () => {
    const stamped = allTaken({ timestampAt: 0 });
    expect(connect(server(80), stamped, 60_000, ten)).toBe('EADDRNOTAVAIL');
    const loop = (port: number) => ({ address: '127.0.0.1', port });
    const inside = outgoing(40_000, loop(80), { local: loop(40_000), timestampAt: 0 });
    const only: Config = { ...ten, ephemeralPorts: [40_000, 40_000] };
    const request = { local: loop(0), reuse: false };
    expect(allocatePort(request, loop(80), table([inside]), 60_000, only)).toBe(40_000);
  });

  it('holds a bound socket to its port', () => {
    const request = { local: here(40_003), reuse: true };
    const taken = table(allTaken());
    expect(allocatePort(request, server(80), taken, 0, ten)).toBe('EADDRNOTAVAIL');
    expect(allocatePort(request, server(81), taken, 0, ten)).toBe(40_003);
  });

  it('says EADDRINUSE when there is no port left to bind to', () => {
    expect(allocatePort(anyPort, null, table(allTaken()), 0, ten)).toBe('EADDRINUSE');
    expect(allocatePort(anyPort, null, table(allTaken().slice(1)), 0, ten)).toBe(40_000);
  });
});

describe('mayBind', () => {
  const bind = (uses: PortUse[], reuse: boolean, config: Config, local = here(5000)) =>
    mayBind({ local, reuse }, table(uses), config);
  const listener = (reuse: boolean) => use({ state: 'LISTEN', reuse });
  const waiting = (reuse: boolean) =>
    use({ remote: server(40_000), state: 'TIME-WAIT', bound: false, reuse });

  it('wants an address of the host, or none', () => {
    expect(bind([], false, linux, server(5000))).toBe('EADDRNOTAVAIL');
    expect(bind([], false, linux, { address: '0.0.0.0', port: 5000 })).toBeNull();
  });

  it('refuses a port that somebody holds at the same or at any address', () => {
    const other = { address: '192.0.2.2', port: 5000 };
    expect(bind([use({})], false, linux)).toBe('EADDRINUSE');
    expect(bind([use({})], false, linux, other)).toBeNull();
    expect(bind([use({})], false, linux, { address: '', port: 5000 })).toBe('EADDRINUSE');
  });

  it('on Linux lets a TIME-WAIT be shared only if both sockets have SO_REUSEADDR', () => {
    const answers = [false, true].flatMap((old) =>
      [false, true].map((own) => bind([waiting(old)], own, linux)),
    );
    expect(answers).toEqual(['EADDRINUSE', 'EADDRINUSE', 'EADDRINUSE', null]);
  });

  it('on BSD asks the newcomer only', () => {
    const answers = [false, true].flatMap((old) =>
      [false, true].map((own) => bind([waiting(old)], own, freebsd)),
    );
    expect(answers).toEqual(['EADDRINUSE', null, 'EADDRINUSE', null]);
  });

  it('never lets SO_REUSEADDR take the address and port of a listener', () => {
    for (const config of [linux, freebsd, rfc9293]) {
      expect(bind([listener(true)], true, config)).toBe('EADDRINUSE');
    }
  });

  it('on BSD shares a port between any address and one address', () => {
    const any = { address: '0.0.0.0', port: 5000 };
    expect(bind([listener(true)], true, freebsd, any)).toBeNull();
    expect(bind([listener(true)], true, linux, any)).toBe('EADDRINUSE');
  });
});
