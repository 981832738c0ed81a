import { describe, expect, it } from 'vitest';
import { arrival, from, octets, OURS, play, THEIRS } from './fixtures.ts';
import { add } from './seq.ts';
import type { Segment } from './segment.ts';

const server = (config = {}) =>
  play('ESTABLISHED', { timestamps: true, ...config }, { syn: { ts: { val: 500, ecr: 0 } } });
const stamped = (val: number, fields: Partial<Segment> = {}) =>
  arrival(from({ ack: true }, { options: { ts: { val, ecr: 1_000 } }, ...fields }));

describe('timestamps (RFC 7323)', () => {
  it('stand in every segment, with the clock and the latest of the peer', () => {
    const one = server();
    one.take(stamped(510, { data: octets('hello') }));
    expect(one.segments[0]?.options.ts).toEqual({ val: 1_000, ecr: 510 });
    one.wait(250);
    one.take({ type: 'SEND', data: octets('hi') });
    expect(one.segments[0]?.options.ts).toEqual({ val: 1_250, ecr: 510 });
  });

  it('leave 12 octets less for text (MUST-16)', () => {
    const one = play(
      'ESTABLISHED',
      { timestamps: true },
      { syn: { mss: 100, ts: { val: 5, ecr: 0 } } },
    );
    one.take({ type: 'SEND', data: new Uint8Array(88) });
    expect(one.segments.map(({ data }) => data.length)).toEqual([88]);
    one.take({ type: 'SEND', data: new Uint8Array(89) });
    expect(one.segments.map(({ data }) => data.length)).toEqual([88]);
  });

  it('echo the segment that spans the last ACK, not one that came ahead (§4.3)', () => {
    const one = server();
    one.take(stamped(900, { seq: add(THEIRS, 100), data: octets('later') }));
    expect(one.segments[0]?.options.ts?.ecr).toBe(500);
    one.take(stamped(800, { data: octets('first') }));
    expect(one.segments[0]?.options.ts?.ecr).toBe(800);
  });

  it('show an old duplicate: it is acknowledged and dropped (PAWS, §5.3)', () => {
    const one = server();
    expect(one.take(stamped(499, { data: octets('old') }))).toEqual(['ACK seq=1 ack=1']);
    expect(one.tcb?.rcv.nxt).toBe(THEIRS);
    expect(one.take(stamped(500, { data: octets('new') }))).toEqual(['ACK seq=1 ack=4']);
  });

  it('do not hold up a reset', () => {
    const one = server();
    one.take(arrival(from({ rst: true }, { options: { ts: { val: 1, ecr: 0 } } })));
    expect(one.tcb).toBeNull();
  });

  it('count round the ring', () => {
    const one = play(
      'ESTABLISHED',
      { timestamps: true },
      { syn: { ts: { val: 2 ** 32 - 1, ecr: 0 } } },
    );
    expect(one.take(stamped(3, { data: octets('new') }))).toEqual(['ACK seq=1 ack=4']);
  });

  it('say nothing after 24 days of silence (§5.5)', () => {
    const one = server();
    one.wait(24 * 24 * 3_600_000 + 1);
    expect(one.take(stamped(1, { data: octets('back') }))).toEqual(['ACK seq=1 ack=5']);
  });

  it('are missed: such a segment is dropped in silence (§3.2), or taken where a system does', () => {
    const bare = arrival(from({ ack: true }, { data: octets('bare') }));
    expect(server().take(bare)).toEqual([]);
    expect(server({ missingTimestamp: 'take' }).take(bare)).toEqual(['ACK seq=1 ack=5']);
  });

  it('measure the round trip even of what was sent twice (§4.1)', () => {
    const one = server();
    one.take({ type: 'SEND', data: octets('hello') });
    one.wait(1_000);
    one.wait(300);
    const ack = { ack: add(OURS, 5), options: { ts: { val: 900, ecr: 2_000 } } };
    one.take(arrival(from({ ack: true }, ack)));
    // Only the retransmission was answered: 300 ms, and that halves the variation of the first.
    expect(one.tcb?.srtt).toBeGreaterThan(0);
    expect(one.tcb?.rtx).toEqual([]);
  });
});
