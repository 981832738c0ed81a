import { describe, expect, it } from 'vitest';
import { arrival, from, octets, play, THEIRS } from './fixtures.ts';
import { add } from './seq.ts';

const server = (delayedAck = 200) => play('ESTABLISHED', { delayedAck, mss: 100 });
const text = (at: number, length: number, fin = false) =>
  arrival(from({ ack: true, fin }, { seq: add(THEIRS, at), data: new Uint8Array(length) }));

describe('delayed ACK (SHLD-18)', () => {
  it('waits for company, and then no longer than it may', () => {
    const one = server();
    expect(one.take(text(0, 10))).toEqual([]);
    expect(one.wait(1_000)).toEqual(['200 ACK seq=1 ack=11']);
    expect(one.wait(1_000)).toEqual([]);
  });

  it('never waits half a second (MUST-40)', () => {
    const one = server(5_000);
    one.take(text(0, 10));
    expect(one.wait(1_000)).toEqual(['499 ACK seq=1 ack=11']);
  });

  it('rides on text that goes the other way', () => {
    const one = server();
    one.take(text(0, 10));
    expect(one.take({ type: 'SEND', data: octets('hi') })).toEqual(['PSH,ACK seq=1 ack=11 len=2']);
    expect(one.tcb?.timers['DELAYED-ACK']).toBeUndefined();
  });

  it('leaves with the second full segment (SHLD-19)', () => {
    const one = server();
    expect(one.take(text(0, 100))).toEqual([]);
    expect(one.take(text(100, 100))).toEqual(['ACK seq=1 ack=201']);
  });

  it('counts a segment as full though timestamps take some of it (RFC 7323 §3.2)', () => {
    const ts = { val: 1, ecr: 0 };
    const config = { delayedAck: 200, mss: 100, timestamps: true };
    const one = play('ESTABLISHED', config, { syn: { ts } });
    const full = (at: number) => {
      const seg = from({ ack: true }, { seq: add(THEIRS, at), data: new Uint8Array(88) });
      return arrival({ ...seg, options: { ts } });
    };
    expect(one.take(full(0))).toEqual([]);
    expect(one.take(full(88))).toEqual(['ACK seq=1 ack=177']);
  });

  it('does not wait when something is amiss or ends', () => {
    expect(server().take(text(50, 10))).toEqual(['ACK seq=1 ack=1']);
    expect(server().take(text(0, 10, true))).toEqual(['ACK seq=1 ack=12']);
    const hole = server();
    hole.take(text(10, 10));
    hole.take(text(30, 10));
    expect(hole.take(text(0, 10))).toEqual(['ACK seq=1 ack=21']);
    expect(hole.take(text(20, 10))).toEqual(['ACK seq=1 ack=41']);
    expect(hole.take(text(40, 10))).toEqual([]);
  });
});

describe('the ACK of a FIN (delaysAckOfFin)', () => {
  const closing = (delayedAck: number) => {
    const one = play('ESTABLISHED', { delayedAck, delaysAckOfFin: true });
    return { one, sent: one.take(arrival(from({ ack: true, fin: true }, { seq: THEIRS }))) };
  };

  it('waits no longer than that of text', () => {
    const { one, sent } = closing(40);
    expect(sent).toEqual([]);
    expect(one.tcb?.state).toBe('CLOSE-WAIT');
    expect(one.wait(1_000)).toEqual(['40 ACK seq=1 ack=2']);
  });

  it('rides on our own FIN if the user closes in time', () => {
    const { one } = closing(40);
    expect(one.take({ type: 'CLOSE' })).toEqual(['FIN,ACK seq=1 ack=2']);
    expect(one.tcb?.state).toBe('LAST-ACK');
    expect(one.tcb?.timers['DELAYED-ACK']).toBeUndefined();
  });

  it('leaves at once where no ACK waits', () => {
    expect(closing(0).sent).toEqual(['ACK seq=1 ack=2']);
  });

  it('does not wait behind a FIN of ours', () => {
    const one = play('FIN-WAIT-2', { delayedAck: 40, delaysAckOfFin: true });
    const fin = from({ ack: true, fin: true }, { seq: THEIRS });
    expect(one.take(arrival(fin))).toHaveLength(1);
  });
});
