import { describe, expect, it } from 'vitest';
import { validateOutcomes } from './validate.ts';

const run = {
  call: 'lt',
  args: [
    [1, 2],
    [2, 1],
  ],
};
const honest = {
  kind: 'done',
  record: { values: [true, false] },
  console: { lines: [], left: 0 },
};
const threw = { ...honest, kind: 'threw', message: 'm', stack: '', at: { call: 1 } };

describe('validateOutcomes, for calls', () => {
  it('lets honest outcomes through', () => {
    expect(validateOutcomes([honest], [run])).toEqual([honest]);
    const early = { ...threw, record: { values: [true] } };
    expect(validateOutcomes([early], [run])).toEqual([early]);
  });

  it.each<[string, unknown]>([
    ['too few values', { ...honest, record: { values: [true] } }],
    ['too many values', { ...honest, record: { values: [true, false, true] } }],
    ['a host’s record', { ...honest, record: { entries: [] } }],
    ['values that are no list', { ...honest, record: { values: { length: 2 } } }],
    ['a value that is none', { ...honest, record: { values: [true, undefined] } }],
    ['a number that is none', { ...honest, record: { values: [true, NaN] } }],
    ['a function', { ...honest, record: { values: [true, () => true] } }],
    ['a text without end', { ...honest, record: { values: [true, ['x'.repeat(1e5)]] } }],
    ['a list without end', { ...honest, record: { values: [true, new Array(1e5).fill(0)] } }],
    ['a call that does not exist', { ...threw, at: { call: 2 } }],
    ['a call that is an event', { ...threw, at: { input: 0 } }],
    ['another kind', { ...honest, kind: 'passed' }],
  ])('turns %s into nonsense', (_, outcome) => {
    expect(validateOutcomes([outcome], [run])).toMatchObject([
      { kind: 'nonsense', at: null, record: { values: [] } },
    ]);
  });
});
