import { describe, expect, it } from 'vitest';
import type { Config } from '../config.ts';
import type { Queues } from '../host-functions.ts';
import { PROFILES } from '../profiles.ts';
import { accept, onAck, onSyn } from './queues.ts';

const { linux, rfc9293 } = PROFILES;
const NONE = { ListenOverflows: 0, ListenDrops: 0, TCPReqQFullDoCookies: 0, TCPReqQFullDrop: 0 };
const queues = (backlog: number, syn: string[], waiting: string[]): Queues => ({
  backlog,
  syn,
  accept: waiting,
  counters: NONE,
});

/** How many of ten callers are taken, when none of them goes on. */
const taken = (backlog: number, config: Config): number => {
  let now = queues(backlog, [], []);
  for (let n = 0; n < 10; n += 1) now = onSyn(now, `c${n}`, config).queues;
  return now.syn.length;
};

describe('onSyn', () => {
  it('takes as many half-open connections as the backlog says; Linux one more', () => {
    expect(taken(3, rfc9293)).toBe(3);
    expect(taken(3, linux)).toBe(4);
  });

  it('drops a SYN while the accept queue is full, and counts an overflow', () => {
    const { queues: after, answer } = onSyn(queues(1, [], ['a', 'b']), 'c', linux);
    expect(answer).toBe('drop');
    expect(after).toEqual({
      ...queues(1, [], ['a', 'b']),
      counters: { ...NONE, ListenOverflows: 1, ListenDrops: 1 },
    });
  });

  it('sends a cookie when the SYN queue is full, and remembers nothing', () => {
    const full = queues(1, ['a', 'b'], []);
    const { queues: after, answer } = onSyn(full, 'c', linux);
    expect(answer).toBe('cookie');
    expect(after).toEqual({ ...full, counters: { ...NONE, TCPReqQFullDoCookies: 1 } });
  });

  it('sends no cookie to whom the accept queue has no room for', () => {
    expect(onSyn(queues(1, ['a', 'b'], ['x', 'y']), 'c', linux).answer).toBe('drop');
  });

  it('without cookies drops a SYN that finds the SYN queue full: a drop, no overflow', () => {
    const { queues: after, answer } = onSyn(queues(1, ['a'], []), 'c', rfc9293);
    expect(answer).toBe('drop');
    expect(after.counters).toEqual({ ...NONE, TCPReqQFullDrop: 1, ListenDrops: 1 });
  });

  it('can send cookies to everybody', () => {
    const always = { ...linux, synCookies: 'always' } as const;
    expect(onSyn(queues(100, [], []), 'c', always).answer).toBe('cookie');
  });
});

describe('onAck', () => {
  it('moves the connection from one queue to the other', () => {
    const { queues: after, answer } = onAck(queues(5, ['a', 'b'], ['x']), 'a', rfc9293);
    expect(answer).toBe('establish');
    expect(after).toEqual(queues(5, ['b'], ['x', 'a']));
  });

  it('ignores the ACK when the accept queue is full, and keeps the half-open connection', () => {
    const { queues: after, answer } = onAck(queues(1, ['a'], ['x', 'y']), 'a', linux);
    expect(answer).toBe('ignore');
    expect(after.syn).toEqual(['a']);
    expect(after.counters).toEqual({ ...NONE, ListenOverflows: 1, ListenDrops: 1 });
  });

  it('resets the caller then only if it is told to', () => {
    const hard = { ...linux, abortOnOverflow: true };
    const { queues: after, answer } = onAck(queues(1, ['a'], ['x', 'y']), 'a', hard);
    expect(answer).toBe('reset');
    expect(after.syn).toEqual([]);
  });
});

describe('accept', () => {
  it('gives the connections in the order in which their handshakes ended', () => {
    const first = accept(queues(5, [], ['b', 'a']));
    const second = accept(first.queues);
    const third = accept(second.queues);
    expect([first.conn, second.conn, third.conn]).toEqual(['b', 'a', null]);
  });
});
