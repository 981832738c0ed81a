import { describe, expect, it } from 'vitest';
import { arrival, from, octets, OURS, play } from '../fixtures.ts';
import { RFC9293 } from '../profiles.ts';
import { add } from '../seq.ts';

const keepAlive = { idle: 10_000, interval: 1_000, probes: 3 };
const idle = () => play('ESTABLISHED', { keepAlive });
const answer = arrival(from({ ack: true }));

describe('keep-alive (RFC 9293 §3.8.4)', () => {
  it('is off by default (MUST-25)', () => {
    expect(RFC9293.keepAlive).toBeNull();
    expect(play('ESTABLISHED').wait(10 * 24 * 3_600_000)).toEqual([]);
  });

  it('asks with the number before SND.NXT and without text (SHLD-12)', () => {
    expect(idle().wait(10_000)).toEqual(['10000 ACK seq=0 ack=1']);
  });

  it('gives up after several probes, not after one (MUST-29)', () => {
    const one = idle();
    one.wait(12_999);
    expect(one.tcb?.state).toBe('ESTABLISHED');
    expect(one.wait(1)).toEqual(['1 RST seq=1']);
    expect(one.tcb).toBeNull();
    expect(one.signals).toContain('connection aborted due to user timeout');
  });

  it('begins anew when the peer answers', () => {
    const one = idle();
    one.wait(12_500);
    one.take(answer);
    expect(one.wait(9_000)).toEqual([]);
    expect(one.wait(1_500)).toEqual(['1000 ACK seq=0 ack=1']);
  });

  it('does not ask a peer that has just spoken (MUST-26)', () => {
    const one = idle();
    one.wait(6_000);
    one.take(answer);
    expect(one.wait(9_999)).toEqual([]);
    expect(one.wait(1)).toEqual(['1 ACK seq=0 ack=1']);
  });

  it('does not ask while text is on its way: its retransmission does (MUST-26)', () => {
    const one = idle();
    one.wait(9_000);
    one.take({ type: 'SEND', data: octets('hello') });
    expect(one.wait(2_000)).toEqual(['1000 PSH,ACK seq=1 ack=1 len=5']);
    one.take(arrival(from({ ack: true }, { ack: add(OURS, 5) })));
    expect(one.wait(9_000)).toEqual([]);
  });

  it('is turned on and off for one connection (MUST-24)', () => {
    const one = play('ESTABLISHED');
    one.take({ type: 'SET', settings: { keepAlive } });
    expect(one.wait(10_000)).toHaveLength(1);
    one.take({ type: 'SET', settings: { keepAlive: null } });
    expect(one.wait(100_000)).toEqual([]);
  });

  it('ends with the connection', () => {
    const one = play('LAST-ACK', { keepAlive, r2Data: 1_000_000 });
    expect(one.tcb?.timers['KEEP-ALIVE']).toBeUndefined();
  });
});
