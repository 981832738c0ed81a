import { describe, expect, it } from 'vitest';
import { after, arrival, from, inState, IRS, ISS, OURS, sent, THEIRS } from '../fixtures.ts';
import type { Ctl } from '../segment.ts';

const hears = (on: Partial<Ctl>, seq = IRS) =>
  after(inState('LISTEN'), arrival(from(on, { seq, ack: 0x55 })));

describe('LISTEN (RFC 9293 §3.10.7.2)', () => {
  it.each<[string, Partial<Ctl>]>([
    ['a reset', { rst: true }],
    ['a reset with an ACK', { rst: true, ack: true }],
    ['a reset with a SYN', { rst: true, syn: true }],
    ['a FIN alone', { fin: true }],
    ['no bit at all', {}],
  ])('drops %s in silence', (_what, on) => {
    const { tcb, effects } = hears(on);
    expect(sent(effects)).toEqual([]);
    expect(tcb?.state).toBe('LISTEN');
  });

  it.each<[string, Partial<Ctl>]>([
    ['an ACK', { ack: true }],
    ['a SYN,ACK', { syn: true, ack: true }],
    ['a FIN,ACK', { fin: true, ack: true }],
  ])('answers %s with a reset that takes its ACK number', (_what, on) => {
    const { tcb, effects } = hears(on);
    const [send] = effects.filter((effect) => effect.type === 'send');
    expect(send?.seg).toMatchObject({ seq: 0x55, ack: 0, ctl: { rst: true, ack: false } });
    expect(tcb?.state).toBe('LISTEN');
  });

  it('answers a SYN, counts it, and remembers that it was called', () => {
    const { tcb, effects } = hears({ syn: true });
    expect(sent(effects)).toEqual(['SYN,ACK seq=0 ack=1']);
    expect(tcb).toMatchObject({
      state: 'SYN-RECEIVED',
      openedBy: 'passive',
      iss: ISS,
      irs: IRS,
      snd: { una: ISS, nxt: OURS },
      rcv: { nxt: THEIRS },
    });
  });
});
