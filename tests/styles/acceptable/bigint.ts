import type { Segment } from 'tcp';

const RING = 2n ** 32n;

export function acceptable(
  { seq, ctl, data }: Pick<Segment, 'seq' | 'ctl' | 'data'>,
  rcvNxt: number,
  rcvWnd: number,
): boolean {
  const numbers = data.length + Number(ctl.syn) + Number(ctl.fin);
  const asked = numbers === 0 ? [0] : [0, numbers - 1];
  if (rcvWnd === 0) return numbers === 0 && seq === rcvNxt;
  return asked
    .map((ahead) => (BigInt(seq) + BigInt(ahead) - BigInt(rcvNxt) + RING) % RING)
    .some((place) => place < BigInt(rcvWnd));
}
