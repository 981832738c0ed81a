import { describe, expect, it } from 'vitest';
import { type Config, type Endpoint, PROFILES, reference, RFC9293, type State } from '#tcp';
import { A, at, B, errno, get, octets, type Stage, stage, text } from './socket-fixtures.ts';
import { createSockets, type Sockets } from './sockets.ts';
import { createWorld } from './world.ts';

/** A listener of B on a port. */
function listenOn({ b }: Stage, port: number, backlog = 100): number {
  const fd = b.socket();
  get(b.bind(fd, at('0.0.0.0', port)));
  get(b.listen(fd, backlog));
  return fd;
}

/** A socket of A that has called, and the one of B that was accepted. */
function pair(on: Stage, listener: number, port: number): [client: number, server: number] {
  const client = on.a.socket();
  expect(errno(on.a.connect(client, at(B, port)))).toBe('EINPROGRESS');
  on.world.run(on.world.now + 100);
  return [client, get(on.b.accept(listener)).fd];
}

const stateOf = (sockets: Sockets, fd: number): State => get(sockets.status(fd)).state;

describe('an echo server and many clients on a line that loses', () => {
  /** Sends back what comes, and closes when the client has. */
  const serve = (on: Sockets, port: number) => {
    const listener = on.socket();
    get(on.bind(listener, at('0.0.0.0', port)));
    get(on.listen(listener, 50));
    const acceptAll = () => {
      for (let one = on.accept(listener); one.ok; one = on.accept(listener)) echo(one.value.fd);
    };
    const echo = (fd: number) => {
      let waiting: Uint8Array[] = [];
      let isOver = false;
      const flush = () => {
        while (waiting[0] !== undefined) {
          const sent = on.send(fd, waiting[0]);
          if (!sent.ok) return;
          const rest = waiting[0].subarray(sent.value);
          waiting = rest.length > 0 ? [rest, ...waiting.slice(1)] : waiting.slice(1);
        }
        if (isOver) on.close(fd);
      };
      const read = () => {
        for (let got = on.recv(fd, 1_000); got.ok && !isOver; got = on.recv(fd, 1_000)) {
          if (got.value.length === 0) isOver = true;
          else waiting.push(got.value);
        }
        flush();
      };
      on.watch(fd, { readable: read, writable: flush });
    };
    on.watch(listener, { readable: acceptAll });
  };

  /** Sends a text, says that this was all, and reads to the end. */
  const ask = (on: Sockets, server: Endpoint, question: Uint8Array): { answer: Uint8Array[] } => {
    const fd = on.socket();
    const answer: Uint8Array[] = [];
    let sent = 0;
    let isAsked = false;
    on.watch(fd, {
      writable() {
        while (sent < question.length) {
          const taken = on.send(fd, question.subarray(sent));
          if (!taken.ok) return;
          sent += taken.value;
        }
        if (!isAsked) on.shutdown(fd, 'SHUT_WR');
        isAsked = true;
      },
      readable() {
        for (let got = on.recv(fd, 700); got.ok; got = on.recv(fd, 700)) {
          if (got.value.length === 0) {
            on.close(fd);
            return;
          }
          answer.push(got.value);
        }
      },
    });
    on.connect(fd, server);
    return { answer };
  };

  it.each(['rfc9293', 'linux', 'freebsd'] as const)('in profile %s', (profile) => {
    for (const seed of [1, 2, 3]) {
      const config = { ...PROFILES[profile], msl: 1_000 };
      const link = { loss: 0.1, duplicate: 0.05, jitter: 15 };
      const { world, a, b } = stage({ config, link, seed });
      serve(b, 7);
      const questions = Array.from({ length: 12 }, (_, n) =>
        octets(`${n} `.repeat(2 + n * (n === 11 ? 1_000 : 300))),
      );
      const answers = questions.map((question) => ask(a, at(B, 7), question).answer);
      world.run(3_600_000);
      const got = answers.map((parts) => parts.map(text).join(''));
      const wrong = questions.flatMap((question, n) => (text(question) === got[n] ? [] : [n]));
      expect({ seed, wrong }).toEqual({ seed, wrong: [] });
      expect([...world.host('A').names()]).toEqual([]);
      expect([...world.host('B').names()]).toEqual(['7']);
    }
  });
});

describe('connect', () => {
  it('is in progress until the peer has answered', () => {
    const on = stage();
    listenOn(on, 80);
    const heard: string[] = [];
    const fd = on.a.socket();
    on.a.watch(fd, { writable: () => heard.push(`writable at ${on.world.now}`) });
    expect(errno(on.a.connect(fd, at(B, 80)))).toBe('EINPROGRESS');
    expect(errno(on.a.connect(fd, at(B, 80)))).toBe('EALREADY');
    expect(errno(on.a.send(fd, octets('x')))).toBe('EAGAIN');
    on.world.run(100);
    expect(heard).toEqual(['writable at 20']);
    expect(get(on.a.takeError(fd))).toBeNull();
    expect(errno(on.a.connect(fd, at(B, 80)))).toBe('EISCONN');
  });

  it('is refused by a closed port, and the socket may call again', () => {
    const on = stage();
    const fd = on.a.socket();
    on.a.connect(fd, at(B, 81));
    on.world.run(100);
    expect(get(on.a.takeError(fd))).toBe('ECONNREFUSED');
    expect(get(on.a.takeError(fd))).toBeNull();
    listenOn(on, 81);
    expect(errno(on.a.connect(fd, at(B, 81)))).toBe('EINPROGRESS');
    on.world.run(200);
    expect(stateOf(on.a, fd)).toBe('ESTABLISHED');
  });

  it('times out when nobody answers', () => {
    const on = stage({ link: { loss: 1 } });
    const fd = on.a.socket();
    on.a.connect(fd, at(B, 80));
    on.world.run(600_000);
    expect(get(on.a.takeError(fd))).toBe('ETIMEDOUT');
  });

  it('MUST-46: leads to no broadcast or multicast address', () => {
    const { a } = stage();
    expect(errno(a.connect(a.socket(), at('255.255.255.255', 80)))).toBe('ENETUNREACH');
    expect(errno(a.connect(a.socket(), at('224.0.0.1', 80)))).toBe('ENETUNREACH');
  });

  it('to itself makes one connection, that reads what it writes', () => {
    const host: Sockets[] = [];
    const world = createWorld({
      hosts: [{ name: 'A', title: 'A', address: A, engine: reference, config: RFC9293 }],
      links: [],
      afterStep: (_, step) => host[0]?.notice(step),
    });
    const a = createSockets({
      host: world.host('A'),
      engine: reference,
      config: RFC9293,
      addresses: [A],
      now: () => world.now,
      carry: (step) => world.note('A', step),
    });
    host.push(a);
    const fd = a.socket();
    get(a.bind(fd, at(A, 45_454)));
    a.connect(fd, at(A, 45_454));
    world.run(100);
    expect(get(a.status(fd))).toMatchObject({ state: 'ESTABLISHED', isSelf: true });
    get(a.send(fd, octets('echo')));
    world.run(200);
    expect(text(get(a.recv(fd, 10)))).toBe('echo');
    a.close(fd);
    world.run(300);
    expect(world.host('A').tcb(`45454>${A}:45454`)?.state).toBe('TIME-WAIT');
  });

  it('runs out of ports towards one destination, not towards another', () => {
    const on = stage({ config: { ephemeralPorts: [50_000, 50_009] } });
    for (const port of [80, 81]) listenOn(on, port);
    const call = (port: number) => errno(on.a.connect(on.a.socket(), at(B, port)));
    const calls = (port: number) => Array.from({ length: 11 }, () => call(port));
    const expected = [...Array<string>(10).fill('EINPROGRESS'), 'EADDRNOTAVAIL'];
    expect(calls(80)).toEqual(expected);
    on.world.run(100);
    expect(calls(81)).toEqual(expected);
  });
});

describe('bind', () => {
  /** B closes first, and so has a TIME-WAIT on port 80. */
  const withTimeWait = (config: Partial<Config>, reuse: boolean) => {
    const on = stage({ config: { ...config, msl: 30_000 } });
    const listener = on.b.socket();
    on.b.setsockopt(listener, 'SO_REUSEADDR', reuse);
    get(on.b.bind(listener, at('0.0.0.0', 80)));
    get(on.b.listen(listener, 5));
    const [client, server] = pair(on, listener, 80);
    on.b.close(server);
    on.world.run(on.world.now + 100);
    on.a.close(client);
    on.world.run(on.world.now + 100);
    on.b.close(listener);
    expect([...on.world.host('B').names()]).toHaveLength(1);
    return on;
  };
  const bindAgain = ({ b }: Stage, reuse: boolean) => {
    const fd = b.socket();
    b.setsockopt(fd, 'SO_REUSEADDR', reuse);
    const bound = errno(b.bind(fd, at('0.0.0.0', 80)));
    return bound === 'no error' ? errno(b.listen(fd, 5)) : bound;
  };

  it('on Linux needs SO_REUSEADDR on both sockets to share a port with a TIME-WAIT', () => {
    const { linux } = PROFILES;
    expect(bindAgain(withTimeWait(linux, false), true)).toBe('EADDRINUSE');
    expect(bindAgain(withTimeWait(linux, true), false)).toBe('EADDRINUSE');
    expect(bindAgain(withTimeWait(linux, true), true)).toBe('no error');
  });

  it('on BSD needs it on the new one', () => {
    expect(bindAgain(withTimeWait(PROFILES.freebsd, false), false)).toBe('EADDRINUSE');
    expect(bindAgain(withTimeWait(PROFILES.freebsd, false), true)).toBe('no error');
  });

  it('is free again when TIME-WAIT is over', () => {
    const on = withTimeWait(PROFILES.linux, false);
    on.world.run(on.world.now + 60_000);
    expect(bindAgain(on, false)).toBe('no error');
  });

  it('lets two bound sockets with SO_REUSEADDR share a port, but only one listen', () => {
    const { b } = stage({ config: PROFILES.linux });
    const [first, second] = [b.socket(), b.socket()];
    for (const fd of [first, second]) {
      b.setsockopt(fd, 'SO_REUSEADDR', true);
      get(b.bind(fd, at(B, 80)));
    }
    expect(errno(b.listen(first, 5))).toBe('no error');
    expect(errno(b.listen(second, 5))).toBe('EADDRINUSE');
  });

  it('to port 0 finds one; to a foreign address, or twice, it is refused', () => {
    const { b } = stage();
    const fd = b.socket();
    expect(get(b.bind(fd, at(B, 0))).port).toBeGreaterThanOrEqual(49_152);
    expect(errno(b.bind(fd, at(B, 9)))).toBe('EINVAL');
    expect(errno(b.bind(b.socket(), at(A, 9)))).toBe('EADDRNOTAVAIL');
    expect(errno(b.bind(b.socket(), at(A, 0)))).toBe('EADDRNOTAVAIL');
  });

  it('gives the port back when the socket is closed', () => {
    const { b } = stage();
    const fd = b.socket();
    get(b.bind(fd, at(B, 80)));
    expect(errno(b.bind(b.socket(), at(B, 80)))).toBe('EADDRINUSE');
    b.close(fd);
    expect(errno(b.bind(b.socket(), at(B, 80)))).toBe('no error');
  });
});

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

describe('send', () => {
  it('takes what fits, and says when there is room again', () => {
    const on = stage();
    const [client, server] = pair(on, listenOn(on, 80), 80);
    on.a.setsockopt(client, 'SO_SNDBUF', 5_000);
    const heard: number[] = [];
    expect(get(on.a.send(client, new Uint8Array(9_000)))).toBe(5_000);
    on.a.watch(client, { writable: () => heard.push(on.world.now) });
    expect(errno(on.a.send(client, new Uint8Array(1)))).toBe('EAGAIN');
    expect(heard).toEqual([]);
    on.world.run(on.world.now + 100);
    expect(heard).toHaveLength(1);
    expect(get(on.b.recv(server, 9_000))).toHaveLength(5_000);
  });

  it('is refused by sockets without a connection', () => {
    const on = stage();
    const fd = on.a.socket();
    const listener = listenOn(on, 80);
    expect(errno(on.a.send(fd, octets('x')))).toBe('ENOTCONN');
    expect(errno(on.a.recv(fd, 1))).toBe('ENOTCONN');
    expect(errno(on.a.shutdown(fd, 'SHUT_WR'))).toBe('ENOTCONN');
    expect(errno(on.b.recv(listener, 1))).toBe('ENOTCONN');
    expect(errno(on.b.connect(listener, at(A, 1)))).toBe('EISCONN');
    expect(errno(on.a.accept(fd))).toBe('EINVAL');
    expect(errno(on.a.setsockopt(fd, 'TCP_KEEPCNT', 0))).toBe('EINVAL');
  });
});
