import { describe, expect, it } from 'vitest';
import { arrival, from, IRS, OURS, play } from './fixtures.ts';
import { add } from './seq.ts';
import type { Segment } from './segment.ts';

const ack = (fields: Partial<Segment>) => arrival(from({ ack: true }, fields));
const send = (length: number) => ({ type: 'SEND', data: new Uint8Array(length) }) as const;
const MSS = { syn: { mss: 100 } };

describe('the Nagle algorithm (SHLD-7)', () => {
  it('lets one small segment leave, and keeps the next until it is acknowledged', () => {
    const one = play('ESTABLISHED', {}, MSS);
    expect(one.take(send(10))).toEqual(['PSH,ACK seq=1 ack=1 len=10']);
    expect(one.take(send(10))).toEqual([]);
    expect(one.take(send(10))).toEqual([]);
    expect(one.take(ack({ ack: add(OURS, 10) }))).toEqual(['PSH,ACK seq=11 ack=1 len=20']);
  });

  it('does not hold up a full segment', () => {
    const one = play('ESTABLISHED', {}, MSS);
    one.take(send(10));
    expect(one.take(send(150))).toEqual(['ACK seq=11 ack=1 len=100']);
  });

  it('can be turned off (MUST-17)', () => {
    const one = play('ESTABLISHED', {}, MSS);
    one.take(send(10));
    one.take(send(10));
    expect(one.take({ type: 'SET', settings: { nagle: false } })).toEqual([
      'PSH,ACK seq=11 ack=1 len=10',
    ]);
    expect(one.take(send(5))).toEqual(['PSH,ACK seq=21 ack=1 len=5']);
  });

  it('does not hold up the last octets before a FIN', () => {
    const one = play('ESTABLISHED', {}, MSS);
    one.take(send(10));
    one.take(send(10));
    expect(one.take({ type: 'CLOSE' })).toEqual([
      'PSH,ACK seq=11 ack=1 len=10',
      'FIN,ACK seq=21 ack=1',
    ]);
  });
});

describe('a window that opens (MUST-38)', () => {
  it('counts as the largest so far: less than half of it is a crumb', () => {
    const one = play('SYN-SENT', { nagle: false });
    one.take(send(500));
    // Two full segments fit, and 30 octets more.
    const options = { mss: 100 };
    const synAck = from({ syn: true, ack: true }, { seq: IRS, wnd: 230, options });
    expect(one.take(arrival(synAck))).toEqual([
      'ACK seq=1 ack=1 len=100',
      'ACK seq=101 ack=1 len=100',
    ]);
  });
});

describe('a shut window (RFC 9293 §3.8.6.1)', () => {
  const shut = (config = {}) => {
    const one = play('ESTABLISHED', config, MSS);
    one.take(ack({ wnd: 0, seq: one.tcb?.rcv.nxt ?? 0 }));
    return one;
  };

  it('is probed after one RTO, then ever less often (SHLD-29, SHLD-30)', () => {
    const one = shut();
    expect(one.take(send(5))).toEqual([]);
    expect(one.wait(16_000)).toEqual([
      '1000 ACK seq=1 ack=1 len=1',
      '3000 ACK seq=1 ack=1 len=1',
      '7000 ACK seq=1 ack=1 len=1',
      '15000 ACK seq=1 ack=1 len=1',
    ]);
    expect(one.rules).toEqual(expect.arrayContaining(['SHLD-29', 'SHLD-30', 'MUST-36', 'MUST-37']));
  });

  it('keeps the connection for ever, as long as probes are answered (MUST-37)', () => {
    const one = shut({ rtoMax: 60_000 });
    one.take(send(5));
    for (let i = 0; i < 100; i += 1) {
      one.wait(60_000);
      one.take(ack({ wnd: 0 }));
    }
    expect(one.tcb?.state).toBe('ESTABLISHED');
    expect(one.take(ack({ wnd: 1_000, ack: add(OURS, 1) }))).toEqual(['PSH,ACK seq=2 ack=1 len=4']);
    expect(one.tcb?.timers.PERSIST).toBeUndefined();
  });

  it('gets the refused probe again as soon as it opens', () => {
    const one = shut();
    one.take(send(5));
    one.wait(1_000);
    one.wait(40);
    expect(one.take(ack({ wnd: 0 }))).toEqual([]);
    expect(one.take(ack({ wnd: 1_000 }))).toEqual(['ACK seq=1 ack=1 len=1']);
    expect(one.take(ack({ wnd: 1_000, ack: add(OURS, 1) }))).toEqual(['PSH,ACK seq=2 ack=1 len=4']);
  });

  it('ends when nobody answers (MUST-20)', () => {
    const one = shut();
    one.take(send(5));
    one.wait(1_000_000);
    expect(one.tcb).toBeNull();
    expect(one.signals).toContain('connection aborted due to user timeout');
  });

  it('is asked with an empty segment where a system does so', () => {
    const one = shut({ emptyProbe: true });
    one.take(send(5));
    expect(one.wait(1_000)).toEqual(['1000 ACK seq=0 ack=1']);
    expect(one.take(ack({ wnd: 100 }))).toEqual(['PSH,ACK seq=1 ack=1 len=5']);
  });

  it('holds back a FIN, which is then the probe', () => {
    const one = shut();
    expect(one.take({ type: 'CLOSE' })).toEqual([]);
    expect(one.wait(1_000)).toEqual(['1000 FIN,ACK seq=1 ack=1']);
    one.take(ack({ wnd: 100, ack: add(OURS, 1) }));
    expect(one.tcb?.state).toBe('FIN-WAIT-2');
  });

  it('that shrinks under what was sent stops new data, not the connection (MUST-34, SHLD-15)', () => {
    const one = play('ESTABLISHED', {}, MSS);
    one.take(send(300));
    expect(one.take(ack({ wnd: 50, ack: add(OURS, 100) }))).toEqual([]);
    expect(one.take(send(100))).toEqual([]);
    expect(one.wait(1_000)).toEqual(['1000 ACK seq=101 ack=1 len=100']);
    expect(one.take(ack({ wnd: 500, ack: add(OURS, 300) }))).toEqual([
      'PSH,ACK seq=301 ack=1 len=100',
    ]);
  });
});

describe('a window of crumbs (MUST-38)', () => {
  it('is not filled by a sender with more to send, until nothing else is left', () => {
    const one = play('ESTABLISHED', {}, { syn: { mss: 100 } });
    one.take(ack({ wnd: 20 }));
    expect(one.take(send(90))).toEqual([]);
    expect(one.wait(1_000)).toEqual(['1000 ACK seq=1 ack=1 len=20']);
  });
});

describe('a smaller path (RFC 1191)', () => {
  it('makes the oldest segment go again in pieces', () => {
    const one = play('ESTABLISHED', {}, { syn: { mss: 1460 } });
    one.take(send(1_460));
    const icmp = { type: 'ICMP', error: 'fragmentation needed', seq: OURS, mtu: 1_040 } as const;
    expect(one.take(icmp)).toEqual(['ACK seq=1 ack=1 len=1000']);
    expect(one.take(ack({ ack: add(OURS, 1_000) }))).toEqual([]);
    expect(one.wait(1_000)).toEqual(['1000 PSH,ACK seq=1001 ack=1 len=460']);
  });
});
