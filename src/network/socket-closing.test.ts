import { describe, expect, it } from 'vitest';
import { type Config } from '#tcp';
import {
  at,
  B,
  errno,
  get,
  listenOn,
  octets,
  pair,
  stage,
  stateOf,
  text,
} from './socket-fixtures.ts';

describe('accept', () => {
  it('gives connections in the order in which they came, and what their clients wrote already', () => {
    const on = stage();
    const listener = listenOn(on, 80);
    expect(errno(on.b.accept(listener))).toBe('EAGAIN');
    const clients = [1, 2].map((n) => {
      const fd = on.a.socket();
      on.a.watch(fd, { writable: () => void on.a.send(fd, octets(`client ${n}`)) });
      on.a.connect(fd, at(B, 80));
      on.world.run(on.world.now + 100);
      return fd;
    });
    const ports = clients.map((fd) => get(on.a.status(fd)).local?.port);
    const accepted = clients.map(() => get(on.b.accept(listener)));
    expect(accepted.map(({ remote }) => remote.port)).toEqual(ports);
    expect(accepted.map(({ fd }) => text(get(on.b.recv(fd, 100))))).toEqual([
      'client 1',
      'client 2',
    ]);
  });

  it('gives a connection that was reset meanwhile: the error comes with the first read', () => {
    const on = stage();
    const listener = listenOn(on, 80);
    const fd = on.a.socket();
    on.a.connect(fd, at(B, 80));
    on.world.run(100);
    on.a.setsockopt(fd, 'SO_LINGER', 0);
    on.a.close(fd);
    on.world.run(200);
    const { fd: accepted } = get(on.b.accept(listener));
    expect(errno(on.b.recv(accepted, 10))).toBe('ECONNRESET');
    expect(get(on.b.recv(accepted, 10))).toHaveLength(0);
    expect(errno(on.b.accept(listener))).toBe('EAGAIN');
  });

  it('B20: closing the listener resets whom nobody has accepted, and nobody else', () => {
    const on = stage();
    const listener = listenOn(on, 80);
    const [kept] = pair(on, listener, 80);
    const waiting = on.a.socket();
    on.a.connect(waiting, at(B, 80));
    on.world.run(on.world.now + 100);
    on.b.close(listener);
    on.world.run(on.world.now + 100);
    expect(errno(on.a.recv(waiting, 10))).toBe('ECONNRESET');
    expect(stateOf(on.a, kept)).toBe('ESTABLISHED');
  });
});

describe('the end of a connection', () => {
  const ready = (config: Partial<Config> = {}) => {
    const on = stage({ config });
    const [client, server] = pair(on, listenOn(on, 80), 80);
    const later = () => on.world.run(on.world.now + 100);
    return { ...on, client, server, later };
  };

  it('MUST-12: is told after the last octet: an empty read, no error', () => {
    const { a, b, client, server, later } = ready();
    get(a.send(client, octets('last words')));
    get(a.close(client));
    later();
    expect(text(get(b.recv(server, 4)))).toBe('last');
    expect(text(get(b.recv(server, 100)))).toBe(' words');
    expect(get(b.recv(server, 100))).toHaveLength(0);
    expect(get(b.takeError(server))).toBeNull();
  });

  it('is called out once by the watcher', () => {
    const { a, b, client, server, later } = ready();
    const reads: number[] = [];
    b.watch(server, {
      readable() {
        for (let got = b.recv(server, 100); got.ok; got = b.recv(server, 100)) {
          reads.push(got.value.length);
          if (got.value.length === 0) return;
        }
      },
    });
    get(a.send(client, octets('four')));
    later();
    get(a.shutdown(client, 'SHUT_WR'));
    later();
    expect(reads).toEqual([4, 0]);
  });

  it('a half-closed connection still carries octets the other way', () => {
    const { a, b, client, server, later } = ready();
    get(a.shutdown(client, 'SHUT_WR'));
    later();
    expect(get(b.recv(server, 10))).toHaveLength(0);
    get(b.send(server, octets('still here')));
    get(b.close(server));
    later();
    expect(errno(a.send(client, octets('x')))).toBe('EPIPE');
    // The octets outlive the connection: A is in TIME-WAIT by now.
    expect(stateOf(a, client)).toBe('TIME-WAIT');
    expect(text(get(a.recv(client, 5)))).toBe('still');
    expect(text(get(a.recv(client, 50)))).toBe(' here');
    expect(get(a.recv(client, 50))).toHaveLength(0);
  });

  it('SHLD-3: closing with octets unread resets the peer', () => {
    const { a, b, client, server, later } = ready();
    get(a.send(client, octets('nobody reads this')));
    later();
    get(b.close(server));
    later();
    expect(errno(a.recv(client, 10))).toBe('ECONNRESET');
    expect(get(a.recv(client, 10))).toHaveLength(0);
    expect(errno(a.send(client, octets('x')))).toBe('EPIPE');
  });

  it('SO_LINGER 0 makes close a reset, whose reader gets what came before it first', () => {
    const { a, b, client, server, later } = ready();
    get(a.send(client, octets('before')));
    later();
    a.setsockopt(client, 'SO_LINGER', 0);
    get(a.close(client));
    later();
    expect(text(get(b.recv(server, 100)))).toBe('before');
    expect(errno(b.recv(server, 100))).toBe('ECONNRESET');
    expect(stateOf(b, server)).toBe('CLOSED');
  });

  it('a number that was closed names no socket any more', () => {
    const { a, client } = ready();
    get(a.close(client));
    const calls = [a.send(client, octets('x')), a.recv(client, 1), a.close(client)];
    expect(calls.map(errno)).toEqual(['EBADF', 'EBADF', 'EBADF']);
  });

  it('a crash of the peer is found out by the next octet', () => {
    const { world, a, b, client, later } = ready();
    world.at(world.now, { kind: 'crash', host: 'B' });
    later();
    b.crash();
    expect(stateOf(a, client)).toBe('ESTABLISHED');
    get(a.send(client, octets('are you there?')));
    later();
    expect(errno(a.recv(client, 10))).toBe('ECONNRESET');
  });

  it('SO_KEEPALIVE finds out by itself', () => {
    const { world, a, client, later } = ready();
    a.setsockopt(client, 'TCP_KEEPIDLE', 3);
    a.setsockopt(client, 'TCP_KEEPINTVL', 2);
    a.setsockopt(client, 'TCP_KEEPCNT', 3);
    a.setsockopt(client, 'SO_KEEPALIVE', true);
    later();
    world.at(world.now, { kind: 'plug', between: ['A', 'B'], up: false });
    world.run(world.now + 30_000);
    expect(errno(a.recv(client, 10))).toBe('ETIMEDOUT');
  });

  it('TCP_USER_TIMEOUT limits how long octets go without an answer', () => {
    const { world, a, client } = ready();
    a.setsockopt(client, 'TCP_USER_TIMEOUT', 5_000);
    world.at(world.now, { kind: 'plug', between: ['A', 'B'], up: false });
    world.run(world.now + 10);
    get(a.send(client, octets('x')));
    world.run(world.now + 20_000);
    expect(errno(a.recv(client, 10))).toBe('ETIMEDOUT');
  });
});
