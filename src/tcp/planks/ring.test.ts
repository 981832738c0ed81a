import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ctl } from '../ctl.ts';
import { NO_DATA } from '../segment.ts';
import { add, distance } from '../seq.ts';
import { between, leq, lt, segLen } from './ring.ts';

const seq = fc.integer({ min: 0, max: 0xffff_ffff });
const step = fc.integer({ min: 1, max: 2 ** 31 - 1 });

describe('the ring of sequence numbers', () => {
  it('puts a number before every one up to 2³¹ − 1 ahead of it, over the wrap too', () => {
    fc.assert(
      fc.property(seq, step, (a, n) => {
        expect(lt(a, add(a, n))).toBe(true);
        expect(lt(add(a, n), a)).toBe(false);
        expect(distance(a, add(a, n))).toBe(n);
      }),
    );
  });

  it('knows equal from before', () => {
    fc.assert(
      fc.property(seq, (a) => {
        expect(lt(a, a)).toBe(false);
        expect(leq(a, a)).toBe(true);
      }),
    );
  });

  it('takes an ACK above SND.UNA and up to SND.NXT', () => {
    expect(between(0xffff_fffe, 0xffff_fffe, 1)).toBe(false);
    expect(between(0xffff_fffe, 0xffff_ffff, 1)).toBe(true);
    expect(between(0xffff_fffe, 1, 1)).toBe(true);
    expect(between(0xffff_fffe, 2, 1)).toBe(false);
  });

  it('counts text, SYN and FIN, but neither ACK nor RST', () => {
    const data = new Uint8Array(5);
    expect(segLen({ ctl: ctl({ ack: true, rst: true }), data: NO_DATA })).toBe(0);
    expect(segLen({ ctl: ctl({ syn: true, fin: true }), data })).toBe(7);
  });
});
