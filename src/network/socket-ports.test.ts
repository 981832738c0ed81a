import { describe, expect, it } from 'vitest';
import { type Config, PROFILES } from '#tcp';
import { A, at, B, errno, get, pair, type Stage, stage } from './socket-fixtures.ts';

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
