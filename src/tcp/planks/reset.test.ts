import { describe, expect, it } from 'vitest';
import { arrival, from, play, THEIRS } from '../fixtures.ts';
import { add } from '../seq.ts';

const inside = add(THEIRS, 10);

describe('resets and SYNs inside the window', () => {
  it('are challenged (RFC 5961)', () => {
    for (const on of [{ rst: true }, { syn: true }]) {
      const one = play('ESTABLISHED');
      expect(one.take(arrival(from(on, { seq: inside })))).toEqual(['ACK seq=1 ack=1']);
      expect(one.tcb?.state).toBe('ESTABLISHED');
    }
  });

  it('end the connection by the rules before that (RFC 793)', () => {
    const reset = play('ESTABLISHED', { resetRule: 'RFC 793' });
    expect(reset.take(arrival(from({ rst: true }, { seq: inside })))).toEqual([]);
    expect(reset.tcb).toBeNull();
    expect(reset.signals.at(-1)).toBe('connection reset');

    const syn = play('ESTABLISHED', { synRule: 'RFC 793' });
    const arrives = arrival(from({ syn: true }, { seq: inside, ack: 0 }));
    expect(syn.take(arrives)).toEqual(['RST,ACK seq=2 ack=12']);
    expect(syn.tcb).toBeNull();
    expect(syn.signals.at(-1)).toBe('connection reset');
  });

  it('draw nothing when they are outside of it', () => {
    const one = play('ESTABLISHED', { resetRule: 'RFC 793' });
    expect(one.take(arrival(from({ rst: true }, { seq: add(THEIRS, 70_000) })))).toEqual([]);
    expect(one.tcb?.state).toBe('ESTABLISHED');
  });
});
