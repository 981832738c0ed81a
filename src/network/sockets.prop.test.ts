import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROFILES, STATES } from '#tcp';
import { A, at, B, stage } from './socket-fixtures.ts';
import type { Sockets } from './sockets.ts';

const runs = { numRuns: Math.ceil(Number(process.env['FC_RUNS'] ?? 500) / 4), endOnFailure: true };

/** What a program may do: anything, to any number, at any time. */
type Act = (on: Sockets, remember: (fd: number) => void) => void;

const fds = fc.integer({ min: 2, max: 9 });
const ports = fc.constantFrom(0, 7, 7, 80, 40_000);
const addresses = fc.constantFrom(A, B, '0.0.0.0', '127.0.0.1', '255.255.255.255', '198.51.100.1');
const ends = fc.tuple(addresses, ports).map(([address, port]) => at(address, port));
const backlogs = fc.integer({ min: 0, max: 3 });
const sizes = fc.integer({ min: 0, max: 4_000 });

const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.constant<Act>((on) => on.socket()),
  fc.tuple(fds, ends).map(
    ([fd, end]): Act =>
      (on) =>
        on.bind(fd, end),
  ),
  fc.tuple(fds, backlogs).map(
    ([fd, backlog]): Act =>
      (on) =>
        on.listen(fd, backlog),
  ),
  fds.map((fd): Act => (on, remember) => {
    const accepted = on.accept(fd);
    if (accepted.ok) remember(accepted.value.fd);
  }),
  fc.tuple(fds, ends).map(
    ([fd, end]): Act =>
      (on) =>
        on.connect(fd, end),
  ),
  fc.tuple(fds, sizes).map(
    ([fd, size]): Act =>
      (on) =>
        on.send(fd, new Uint8Array(size)),
  ),
  fc.tuple(fds, sizes).map(
    ([fd, size]): Act =>
      (on) =>
        on.recv(fd, size),
  ),
  fc.tuple(fds, fc.constantFrom('SHUT_RD' as const, 'SHUT_WR' as const, 'SHUT_RDWR' as const)).map(
    ([fd, how]): Act =>
      (on) =>
        on.shutdown(fd, how),
  ),
  fds.map(
    (fd): Act =>
      (on) =>
        on.close(fd),
  ),
  fds.map(
    (fd): Act =>
      (on) =>
        on.setsockopt(fd, 'SO_LINGER', 0),
  ),
  fds.map(
    (fd): Act =>
      (on) =>
        on.setsockopt(fd, 'SO_REUSEADDR', true),
  ),
  fds.map(
    (fd): Act =>
      (on) =>
        on.setsockopt(fd, 'SO_KEEPALIVE', true),
  ),
  fds.map(
    (fd): Act =>
      (on) =>
        on.setsockopt(fd, 'TCP_USER_TIMEOUT', 700),
  ),
);

const story = fc.record({
  profile: fc.constantFrom('rfc9293' as const, 'linux' as const, 'freebsd' as const),
  cookies: fc.constantFrom('never' as const, 'when full' as const, 'always' as const),
  seed: fc.nat(),
  loss: fc.constantFrom(0, 0.2),
  acts: fc.array(fc.tuple(fc.boolean(), acts, fc.constantFrom(0, 5, 30, 2_000)), {
    minLength: 5,
    maxLength: 80,
  }),
});

describe('sockets', () => {
  it('bear whatever programs do, and keep nothing once these have closed everything', () => {
    fc.assert(
      fc.property(story, ({ profile, cookies, seed, loss, acts: all }) => {
        const config = { ...PROFILES[profile], msl: 500, synCookies: cookies };
        const { world, a, b } = stage({ config, seed, link: { loss, jitter: 5 } });
        const numbers = new Set([2, 3, 4, 5, 6, 7, 8, 9]);
        for (const on of [a, b]) {
          for (let n = 0; n < 4; n += 1) on.socket();
          on.bind(3, at('0.0.0.0', 7));
          on.listen(3, 1);
          on.connect(4, at(on === a ? B : A, 7));
        }
        for (const [onA, act, wait] of all) {
          act(onA ? a : b, (fd) => numbers.add(fd));
          world.run(world.now + wait);
          for (const name of ['A', 'B']) {
            const host = world.host(name);
            for (const conn of host.names()) expect(STATES).toContain(host.tcb(conn)?.state);
          }
        }
        for (const fd of numbers) for (const on of [a, b]) on.close(fd);
        const before = world.run(world.now).entries.length;
        const { entries } = world.run(world.now + 3_600_000);
        // Nobody answers answers for ever.
        expect(entries.length - before).toBeLessThan(3_000);
        const left = ['A', 'B'].flatMap((name) => {
          const host = world.host(name);
          return [...host.names()].map((conn) => `${name} ${conn} ${host.tcb(conn)?.state}`);
        });
        expect(left.filter((line) => !line.endsWith('FIN-WAIT-2'))).toEqual([]);
      }),
      runs,
    );
  }, 300_000);
});
