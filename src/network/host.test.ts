import { describe, expect, it } from 'vitest';
import {
  type Config,
  type Ctl,
  PROFILES,
  reference,
  RFC9293,
  type Segment,
  withPlanks,
} from '#tcp';
import { createHost, type Host } from './host.ts';
import {
  HERE,
  us,
  peer,
  segment,
  ISS,
  hostWith,
  listening,
  syn,
  third,
  sent,
  bits,
  enter,
} from './host-fixtures.ts';
import { isnFrom } from './isn.ts';

describe('a host finds the connection', () => {
  it('by all four numbers', () => {
    const host = listening(null);
    enter(host, 4_001);
    enter(host, 4_002);
    const text = third(4_002, { data: new Uint8Array(3) });
    expect(host.receive(text, 5)).toMatchObject({ conn: 'l.2', before: 'ESTABLISHED' });
    expect(host.tcb('l.1')?.rcv.nxt).toBe(101);
    expect(host.tcb('l.2')?.rcv.nxt).toBe(104);
  });

  it('MUST-43: prefers a listener at the address called over one at any address', () => {
    const host = hostWith();
    const any = { address: '0.0.0.0', port: 80 };
    host.call('any', { type: 'OPEN', mode: 'passive', local: any }, 0);
    host.call('one', { type: 'OPEN', mode: 'passive', local: us }, 0);
    expect(host.receive(syn(1), 0).conn).toBe('one.1');
    const elsewhere = { ...syn(1), dst: { address: '192.0.2.77', port: 80 } };
    const step = host.receive(elsewhere, 0);
    expect(step.conn).toBe('any.1');
    // MUST-45: the connection keeps the address that was called.
    expect(sent(step)[0]?.src.address).toBe('192.0.2.77');
    expect(host.tcb('any.1')?.local.address).toBe('192.0.2.77');
  });

  it('MUST-44: an OPEN without a local address leaves from the host’s own', () => {
    const host = hostWith();
    const local = { address: '', port: 5_000 };
    host.call('c', { type: 'OPEN', mode: 'active', local, remote: peer(80) }, 0);
    expect(host.tcb('c')?.local.address).toBe(HERE);
  });

  it('MUST-42: lets a port listen that connections use, and MUST-41: leaves those alone', () => {
    const host = hostWith();
    host.call('c', { type: 'OPEN', mode: 'active', local: us, remote: peer(9) }, 0);
    const before = host.tcb('c');
    host.call('l', { type: 'OPEN', mode: 'passive', local: us }, 1);
    expect(host.tcb('c')).toBe(before);
    expect(host.receive(syn(10), 2).after).toBe('SYN-RECEIVED');
  });

  it('refuses a second listener at one address and port, and a second connection of one pair', () => {
    const host = listening(null);
    expect(() => host.call('m', { type: 'OPEN', mode: 'passive', local: us }, 0)).toThrow(/in use/);
    enter(host, 4_001);
    const open = { type: 'OPEN', mode: 'active', local: us, remote: peer(4_001) } as const;
    expect(() => host.call('c', open, 0)).toThrow('in use already, by l.1');
  });

  it('makes no connection of a SYN that the engine refuses', () => {
    const host = listening(5);
    const shout = { ...syn(1), src: { address: '255.255.255.255', port: 1 } };
    expect(host.receive(shout, 0)).toMatchObject({ before: 'LISTEN', after: 'LISTEN' });
    expect([...host.names()]).toEqual(['l']);
    expect(host.queues('l')?.syn).toEqual([]);
  });

  it('for an ICMP message, and ignores one about no connection of ours', () => {
    const host = hostWith();
    host.call('c', { type: 'OPEN', mode: 'active', local: us, remote: peer(80) }, 0);
    const about = { error: 'port unreachable', local: us, seq: ISS } as const;
    expect(host.icmp({ ...about, remote: peer(81) }, 1)).toBeNull();
    expect(host.icmp({ ...about, remote: peer(80) }, 1)).toMatchObject({
      conn: 'c',
      after: 'CLOSED',
    });
  });
});

describe('a TIME-WAIT', () => {
  const reopening = { reopen: 'sequence' } as const;

  const waiting = (host: Host) => {
    enter(host, 1);
    host.accept('l');
    host.call('l.1', { type: 'CLOSE' }, 10);
    host.receive(third(1, { ack: ISS + 2 }), 20);
    host.receive(segment(peer(1), { fin: true, ack: true }, { seq: 101, ack: ISS + 2 }), 30);
    expect(host.tcb('l.1')?.state).toBe('TIME-WAIT');
  };
  const newSyn = { ...syn(1), seq: 5_000 };

  it('is opened anew by a SYN while its port listens, and is then the listener’s again', () => {
    const host = listening(5, reopening);
    waiting(host);
    expect(host.receive(newSyn, 40)).toMatchObject({ conn: 'l.1', after: 'SYN-RECEIVED' });
    const iss = host.tcb('l.1')?.iss ?? 0;
    host.receive(third(1, { seq: 5_001, ack: iss + 1 }), 50);
    expect(host.accept('l')).toBe('l.1');
  });

  it('stays when nobody listens, and when the listener has no room', () => {
    const alone = listening(5, reopening);
    waiting(alone);
    alone.call('l', { type: 'CLOSE' }, 35);
    expect(alone.receive(newSyn, 40).after).toBe('TIME-WAIT');

    const full = listening(1, reopening);
    waiting(full);
    enter(full, 2);
    const step = full.receive(newSyn, 40);
    expect(step).toMatchObject({ before: 'TIME-WAIT', after: 'TIME-WAIT' });
    expect(bits(step)).toEqual([]);
    expect(full.tcb('l.1')?.state).toBe('TIME-WAIT');
  });

  it('gives its place to an OPEN of ours where the profile lets it', () => {
    const local = { address: HERE, port: 5_000 };
    const open = { type: 'OPEN', mode: 'active', local, remote: peer(80) } as const;
    const stamped = (on: Partial<Ctl>, fields: Partial<Segment>, val: number): Segment => ({
      ...segment(peer(80), on, fields),
      dst: local,
      options: { ts: { val, ecr: 0 } },
    });
    const run = (reuseTimeWait: Config['reuseTimeWait']) => {
      const host = hostWith({ ...PROFILES.linux, reuseTimeWait });
      host.call('a', open, 0);
      host.receive(stamped({ syn: true, ack: true }, { seq: 100, ack: ISS + 1 }, 1), 10);
      host.call('a', { type: 'CLOSE' }, 20);
      host.receive(stamped({ fin: true, ack: true }, { seq: 101, ack: ISS + 2 }, 2), 30);
      expect(host.tcb('a')?.state).toBe('TIME-WAIT');
      host.call('b', open, 2_000);
      return host;
    };
    const host = run('always');
    expect(host.tcb('a')).toBeNull();
    expect(host.tcb('b')).toMatchObject({ state: 'SYN-SENT', iss: ISS + 2 + 65_537 });
    expect(() => run('loopback')).toThrow('in use already, by a');
  });
});

describe('a host', () => {
  it('that crashes forgets all and says nothing: the next segment meets nobody', () => {
    const host = listening(5);
    enter(host, 1);
    host.crash();
    expect(host.size).toBe(0);
    expect(host.nextTimer()).toBeNull();
    expect(bits(host.receive(third(1), 10))).toEqual(['rst']);
  });

  it('goes on from a saved state as it would have gone on itself', () => {
    const list = isnFrom([500, 600, 700]);
    const make = () => createHost({ engine: reference, config: RFC9293, isn: list });
    const story = (host: Host) => [
      host.receive(syn(2), 40),
      host.accept('l'),
      ...[1, 2, 3].map(() => {
        const timer = host.nextTimer();
        return timer && host.fire(timer, timer.at);
      }),
    ];
    const first = make();
    first.call('l', { type: 'OPEN', mode: 'passive', local: us }, 0);
    first.setBacklog('l', 3);
    enter(first, 1);
    first.receive(syn(3), 20);
    const state = structuredClone(first.save());
    const second = make();
    second.call('x', { type: 'OPEN', mode: 'passive', local: us }, 0);
    second.restore(state);
    expect(second.save()).toEqual(state);
    expect(story(second)).toEqual(story(first));
    expect(second.save()).toEqual(first.save());
  });

  it('draws its numbers by RFC 6528 when it has a key: unrelated, yet growing for one pair', () => {
    const issAt = (now: number, port: number) => {
      const key = Uint8Array.from({ length: 16 }, (_, i) => i);
      const host = createHost({ engine: reference, config: RFC9293, key });
      const open = { type: 'OPEN', mode: 'active', local: us, remote: peer(port) } as const;
      host.call('c', open, now);
      return host.tcb('c')?.iss ?? 0;
    };
    expect((issAt(1_000, 1) - issAt(0, 1)) >>> 0).toBe(250_000);
    expect(issAt(0, 1)).not.toBe(issAt(0, 2));
  });

  it('refuses a key of another size', () => {
    const key = new Uint8Array(3);
    expect(() => createHost({ engine: reference, config: RFC9293, key })).toThrow('16 octets');
  });
});

it('a number that was asked for and opened nothing is given to the next who asks', () => {
  const asking = withPlanks(reference, {
    listen(tcb, seg, act) {
      act.isn();
      if (!seg.ctl.rst) reference.cells.LISTEN['SEGMENT-ARRIVES'](tcb, seg, act);
    },
  });
  const host = createHost({ engine: asking, config: RFC9293, isn: isnFrom([1, 2, 3]) });
  host.call('l', { type: 'OPEN', mode: 'passive', local: us }, 0);
  host.receive(segment(peer(4_001), { rst: true }), 0);
  expect(sent(host.receive(syn(4_001), 0))[0]?.seq).toBe(2);
});
