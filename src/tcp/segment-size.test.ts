import { describe, expect, it } from 'vitest';
import { arrival, from, IRS, play } from './fixtures.ts';

const call = (mss: number) => arrival(from({ syn: true }, { seq: IRS, ack: 0, options: { mss } }));

describe('the MSS option', () => {
  it('stands in every SYN and SYN,ACK of ours (MUST-14, SHLD-5, MAY-3)', () => {
    expect(play('SYN-SENT').segments[0]?.options.mss).toBe(1_460);
    const server = play('LISTEN', { mss: 536 });
    server.take(call(1_000));
    expect(server.segments[0]?.options.mss).toBe(536);
  });

  it('stands in no other segment (MUST-65)', () => {
    const player = play('ESTABLISHED');
    player.take({ type: 'SEND', data: new Uint8Array(10) });
    player.take({ type: 'CLOSE' });
    player.take({ type: 'ABORT' });
    const server = play('CLOSED');
    server.take(call(1_000));
    const sent = [...player.segments, ...server.segments];
    expect(sent.map(({ options }) => options.mss)).toEqual(sent.map(() => undefined));
    expect(sent).toHaveLength(2);
  });

  it('leaves room for headers of 40 octets in the 1500 of Ethernet (MUST-67)', () => {
    expect(play('SYN-SENT').segments[0]?.options.mss).toBeLessThanOrEqual(1_500 - 20 - 20);
  });
});

describe('a segment of ours', () => {
  const largest = (own: number, theirs: number) => {
    const player = play('ESTABLISHED', { mss: own }, { syn: { mss: theirs } });
    player.take({ type: 'SEND', data: new Uint8Array(10_000) });
    return Math.max(...player.segments.map(({ data }) => data.length));
  };

  it('is no larger than the peer can take, and than our own path carries (MUST-16)', () => {
    expect(largest(1_460, 500)).toBe(500);
    expect(largest(1_000, 1_460)).toBe(1_000);
  });
});
