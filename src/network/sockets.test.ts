import { describe, expect, it } from 'vitest';
import { type Endpoint, PROFILES, reference, RFC9293 } from '#tcp';
import {
  A,
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
import { createSockets, type Sockets } from './sockets.ts';
import { createWorld } from './world.ts';

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
