import { expect, it } from 'vitest';
import { biasProblems } from './bias-schema.ts';

const connection = {
  kind: 'connection',
  states: ['LISTEN'],
  events: { syn: 2 },
  endings: [[], ['answer']],
};

it('finds nothing wrong with a bias', () => {
  expect(biasProblems(connection)).toEqual([]);
  expect(biasProblems({ kind: 'calls', calls: ['lt'] })).toEqual([]);
});

it.each([
  [undefined, 'random.ts: `export default { … } satisfies Bias` is missing'],
  [{ kind: 'other' }, 'random.ts: `kind` must be connection or calls'],
  [{ ...connection, states: [] }, 'random.ts: `states` must be a list with at least one entry'],
  [{ ...connection, states: ['OPEN'] }, /^random.ts: `states` has "OPEN", which is none of CLOSED/],
  [{ ...connection, events: {} }, /^random.ts: `events` must say what happens/],
  [{ ...connection, events: { sin: 1 } }, /^random.ts: `events` has "sin", which is none of/],
  [{ ...connection, events: { syn: 0 } }, /has `syn`, which must be a whole number from 1/],
  [{ ...connection, peers: 4 }, 'random.ts: `peers` must be a whole number from 1 to 3'],
  [{ ...connection, more: 1 }, 'random.ts: `more` is not known; remove it'],
  [{ kind: 'calls', calls: ['listen'] }, /^random.ts: `calls` has "listen", which is none of/],
])('says what is wrong: %j', (bias, problem) => {
  expect(biasProblems(bias)).toEqual([
    typeof problem === 'string' ? problem : expect.stringMatching(problem),
  ]);
});
