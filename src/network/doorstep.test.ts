import { describe, expect, it } from 'vitest';
import { PROFILES, reference, RFC9293, type Segment, withPlanks } from '#tcp';
import { createHost, type Host } from './host.ts';
import {
  us,
  peer,
  segment,
  ISS,
  listening,
  syn,
  third,
  sent,
  bits,
  enter,
} from './host-fixtures.ts';
import { isnFrom } from './isn.ts';

describe('the queues of a listener', () => {
  it('B21: meet a SYN without room with silence', () => {
    const host = listening(2);
    for (const port of [1, 2]) enter(host, port);
    const step = host.receive(syn(3), 0);
    expect(bits(step)).toEqual([]);
    expect(step).toMatchObject({ conn: 'l', before: 'LISTEN', after: 'LISTEN' });
    expect(host.counters()).toMatchObject({ ListenOverflows: 1, ListenDrops: 1 });
    expect(host.accept('l')).toBe('l.1');
    expect(host.receive(syn(3), 0).after).toBe('SYN-RECEIVED');
  });

  it('keep a half-open connection whose ACK finds no room: its SYN,ACK comes again', () => {
    const host = listening(1);
    host.receive(syn(1), 0);
    host.setBacklog('l', 2);
    host.receive(syn(2), 0);
    host.setBacklog('l', 1);
    host.receive(third(1), 10);
    expect(host.receive(third(2), 20)).toMatchObject({
      conn: 'l.2',
      before: 'SYN-RECEIVED',
      after: 'SYN-RECEIVED',
    });
    const timer = host.nextTimer();
    expect(timer).toEqual({ at: 1_000, conn: 'l.2', timer: 'RETRANSMISSION' });
    if (timer !== null) expect(bits(host.fire(timer, 1_000))).toEqual(['ack,syn']);
    expect(host.accept('l')).toBe('l.1');
    expect(host.receive(third(2), 1_100).after).toBe('ESTABLISHED');
    expect(host.accept('l')).toBe('l.2');
  });

  it('reset that caller if they are told to', () => {
    const host = listening(2, { abortOnOverflow: true });
    for (const port of [1, 2]) host.receive(syn(port), 0);
    host.setBacklog('l', 1);
    host.receive(third(1), 10);
    const step = host.receive(third(2), 20);
    expect(sent(step)).toMatchObject([{ seq: ISS + 1, ctl: { rst: true, ack: false } }]);
    expect(step).toMatchObject({ before: 'SYN-RECEIVED', after: 'CLOSED' });
    expect(host.tcb('l.2')).toBeNull();
  });

  it('have a place again when a half-open connection is reset or gives up', () => {
    const host = listening(1, { retries: { syn: 1, synAck: 1, data: 1 } });
    host.receive(syn(1), 0);
    host.receive(segment(peer(1), { rst: true }, { seq: 101 }), 5);
    expect(host.queues('l')?.syn).toEqual([]);
    expect(host.receive(syn(2), 10).conn).toBe('l.2');
    for (let timer = host.nextTimer(); timer !== null; timer = host.nextTimer()) {
      host.fire(timer, timer.at);
    }
    expect(host.queues('l')?.syn).toEqual([]);
  });

  it('do not bind a listener that has none', () => {
    const host = listening(null);
    for (let port = 1; port <= 300; port += 1) enter(host, port);
    expect(host.size).toBe(301);
    expect(host.accept('l')).toBeNull();
  });

  it('are a plank', () => {
    const engine = withPlanks(reference, {
      onSyn: (queues) => ({ queues, answer: 'drop' }),
    });
    const host = createHost({ engine, config: RFC9293, isn: isnFrom([ISS]) });
    host.call('l', { type: 'OPEN', mode: 'passive', local: us }, 0);
    host.setBacklog('l', 5);
    expect(host.receive(syn(1), 0)).toMatchObject({ by: 'learner', after: 'LISTEN' });
  });
});

describe('SYN cookies', () => {
  const always = { ...PROFILES.linux, synCookies: 'always' } as const;

  const answerTo = (host: Host, port: number, now: number): Segment => {
    const [seg] = sent(host.receive({ ...syn(port), options: { mss: 1400, wscale: 3 } }, now));
    if (seg === undefined) throw new Error('no answer');
    return seg;
  };

  it('answer without a memory, and make the connection from the ACK alone', () => {
    const host = listening(5, always);
    const { seq, options } = answerTo(host, 1, 0);
    expect(options).toEqual({ mss: 1460 });
    expect([...host.names()]).toEqual(['l']);
    const step = host.receive(third(1, { ack: seq + 1, data: Uint8Array.of(7) }), 90_000);
    expect(step).toMatchObject({ conn: 'l.1', before: 'LISTEN', after: 'ESTABLISHED' });
    expect(host.tcb('l.1')).toMatchObject({
      iss: seq,
      irs: 100,
      snd: { mss: 1300, una: seq + 1, shift: 0 },
      rcv: { nxt: 102 },
      srtt: null,
      rtx: [],
    });
    expect(host.accept('l')).toBe('l.1');
    expect(host.counters()).toMatchObject({ SyncookiesSent: 1, SyncookiesRecv: 1 });
  });

  it('begin when the SYN queue is full', () => {
    const host = listening(1, PROFILES.linux);
    for (const port of [1, 2]) host.receive(syn(port), 0);
    answerTo(host, 3, 0);
    expect(host.queues('l')?.syn).toEqual(['l.1', 'l.2']);
    expect(host.counters()).toMatchObject({ TCPReqQFullDoCookies: 1, SyncookiesSent: 1 });
  });

  it('draw a reset when they are forged or too old', () => {
    const host = listening(5, always);
    const { seq } = answerTo(host, 1, 0);
    expect(bits(host.receive(third(1, { ack: seq + 2 }), 10))).toEqual(['rst']);
    expect(bits(host.receive(third(1, { ack: seq + 1 }), 128_000))).toEqual(['rst']);
    expect(host.counters().SyncookiesFailed).toBe(2);
    expect(host.size).toBe(1);
  });

  it('are looked for only by a listener that has sent some', () => {
    const host = listening(5, PROFILES.linux);
    expect(bits(host.receive(third(1), 0))).toEqual(['rst']);
    expect(host.counters().SyncookiesFailed).toBe(0);
  });

  it('leave a caller alone with its connection when the accept queue is full', () => {
    const host = listening(1, always);
    const answers = [1, 2, 3].map((port) => answerTo(host, port, 0).seq);
    const steps = answers.map((seq, i) => host.receive(third(i + 1, { ack: seq + 1 }), 10));
    expect(steps.map(({ after }) => after)).toEqual(['ESTABLISHED', 'ESTABLISHED', 'LISTEN']);
    expect(steps.flatMap(bits)).toEqual([]);
    expect(host.counters().ListenOverflows).toBe(1);
  });
});
