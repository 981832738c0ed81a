import { ctlOf, type Segment, type Seq } from 'tcp';

const Ring = {
  HALF: 0x8000_0000,
  forward(from: Seq, to: Seq): number {
    return (to - from) >>> 0;
  },
};

const BITS = ctlOf(0b11);
const NAMES = (Object.keys(BITS) as (keyof typeof BITS)[]).filter((name) => BITS[name]);

export const leq = (a: Seq, b: Seq): boolean => Ring.forward(a, b) < Ring.HALF;
export const lt = (a: Seq, b: Seq): boolean => a !== b && leq(a, b);
export const between = (low: Seq, x: Seq, high: Seq): boolean =>
  x !== low && Ring.forward(low, x) <= Ring.forward(low, high);
export const segLen = (seg: Pick<Segment, 'ctl' | 'data'>): number =>
  NAMES.reduce((sum, name) => sum + Number(seg.ctl[name]), seg.data.length);
