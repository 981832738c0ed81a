import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LinkSetup, pass } from './link.ts';

const PLAIN: LinkSetup = { between: ['A', 'B'], delay: 10 };
const NOTHING = { drop: false, corrupt: false, copies: 0, late: 0 };
const TIMES = 2000;

const passages = (link: Partial<LinkSetup>) => {
  const dice = { state: 7 };
  return Array.from({ length: TIMES }, () => pass({ ...PLAIN, ...link }, NOTHING, dice));
};
const share = (list: readonly boolean[]) => list.filter(Boolean).length / TIMES;

describe('a link', () => {
  it('takes just its delay, and no dice are rolled where nothing is left to chance', () => {
    const dice = { state: 7 };
    expect(pass(PLAIN, NOTHING, dice)).toEqual({
      lost: false,
      corrupt: false,
      after: 10,
      copies: [],
    });
    expect(dice.state).toBe(7);
  });

  it('loses, doubles and damages about the share it is told to', () => {
    expect(share(passages({ loss: 0.25 }).map(({ lost }) => lost))).toBeCloseTo(0.25, 1);
    expect(
      share(passages({ duplicate: 0.5 }).map(({ copies }) => copies.length === 1)),
    ).toBeCloseTo(0.5, 1);
    expect(share(passages({ corrupt: 0.1 }).map(({ corrupt }) => corrupt))).toBeCloseTo(0.1, 1);
  });

  it('jitters between its delay and so much more', () => {
    const times = passages({ jitter: 5 }).map(({ after }) => after);
    expect(Math.min(...times)).toBeGreaterThanOrEqual(10);
    expect(Math.max(...times)).toBeLessThanOrEqual(15);
    expect(new Set(times).size).toBeGreaterThan(100);
  });

  it('holds some back, so that others overtake them', () => {
    const times = passages({ reorder: { share: 0.3, by: 25 } }).map(({ after }) => after);
    expect(share(times.map((after) => after === 35))).toBeCloseTo(0.3, 1);
    expect(new Set(times)).toEqual(new Set([10, 35]));
  });

  it('does what the script wants, whatever the dice say', () => {
    fc.assert(
      fc.property(fc.nat(3), fc.nat(50), fc.boolean(), (copies, late, corrupt) => {
        const wanted = { drop: false, corrupt, copies, late };
        const passage = pass(PLAIN, wanted, { state: 1 });
        expect(passage).toMatchObject({ lost: false, corrupt, after: 10 + late });
        expect(passage.copies).toHaveLength(copies);
        expect(pass(PLAIN, { ...wanted, drop: true }, { state: 1 }).lost).toBe(true);
      }),
    );
  });
});
