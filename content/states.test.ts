import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runScenario } from '#scenario/run.ts';
import { STATES, type State } from '#tcp/state.ts';
import { statesAt } from '#trace/states-at.ts';
import { LIVES, slugOf } from '#course/atlas/states.ts';
import { rideAlong } from '#figures/states/rides.ts';

const page = (state: State) =>
  readFileSync(join(import.meta.dirname, 'docs/states', `${slugOf(state)}.mdx`), 'utf8');

/** The sections that every page has, in their order. */
const SECTIONS = [
  'Where it stands',
  'Ways in',
  'Ways out',
  'How long it lasts',
  'How it shows',
  'One, a hundred, fifty thousand',
  'The usual cause and the right fix',
  'The wrong fix',
  'Build it',
];

describe.each(STATES)('the page of %s', (state) => {
  test('has the sections that all have', () => {
    const heads = [...page(state).matchAll(/^## (.*)$/gm)].map((match) => match[1]);
    expect(heads).toEqual(SECTIONS);
  });

  test('speaks of that state from beginning to end', () => {
    const text = page(state);
    expect(text).toContain(`title: ${state}\n`);
    expect(text).toContain(`  state: ${state}\n`);
    const named = [...text.matchAll(/<[A-Z]\w+\b[^>]* state="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(named)).toEqual(new Set([state]));
    for (const component of ['StateSheet', 'Where', 'Life', 'Lasts', 'Shows', 'Piles', 'Turn']) {
      expect(text, component).toContain(`<${component} state="${state}"`);
    }
    expect(text).toContain(`<Ways state="${state}" direction="in" />`);
    expect(text).toContain(`<Ways state="${state}" direction="out" />`);
  });
});

/** When a host of a page's life comes to a state, ms; what the captions say. */
const CAPTIONS: readonly (readonly [State, 'A' | 'B', State, number])[] = [
  ['LISTEN', 'B', 'SYN-RECEIVED', 40],
  ['SYN-SENT', 'A', 'SYN-SENT', 0],
  ['SYN-SENT', 'A', 'ESTABLISHED', 80],
  ['SYN-RECEIVED', 'B', 'SYN-RECEIVED', 40],
  ['SYN-RECEIVED', 'B', 'ESTABLISHED', 120],
  ['ESTABLISHED', 'A', 'ESTABLISHED', 80],
  ['ESTABLISHED', 'B', 'ESTABLISHED', 120],
  ['ESTABLISHED', 'A', 'FIN-WAIT-1', 160],
  ['ESTABLISHED', 'B', 'CLOSE-WAIT', 200],
  ['FIN-WAIT-1', 'A', 'FIN-WAIT-1', 160],
  ['FIN-WAIT-1', 'A', 'FIN-WAIT-2', 240],
  ['FIN-WAIT-2', 'A', 'FIN-WAIT-2', 240],
  ['FIN-WAIT-2', 'B', 'LAST-ACK', 300],
  ['FIN-WAIT-2', 'A', 'TIME-WAIT', 340],
  ['CLOSE-WAIT', 'B', 'CLOSE-WAIT', 200],
  ['CLOSE-WAIT', 'B', 'LAST-ACK', 300],
  ['CLOSING', 'A', 'FIN-WAIT-1', 160],
  ['CLOSING', 'B', 'FIN-WAIT-1', 160],
  ['CLOSING', 'A', 'CLOSING', 200],
  ['CLOSING', 'B', 'CLOSING', 200],
  ['CLOSING', 'A', 'TIME-WAIT', 240],
  ['CLOSING', 'B', 'TIME-WAIT', 240],
  ['LAST-ACK', 'B', 'LAST-ACK', 300],
  ['LAST-ACK', 'B', 'CLOSED', 380],
  ['TIME-WAIT', 'B', 'CLOSED', 380],
  ['TIME-WAIT', 'A', 'CLOSED', 240_340],
];

test.each(CAPTIONS)('on the page of %s, host %s comes to %s at %d ms', (state, host, to, at) => {
  const trace = runScenario(rideAlong(LIVES[state].edge));
  const before = statesAt(trace, at - 1)[host];
  expect([before === to ? 'already there' : 'not yet', statesAt(trace, at)[host]]).toEqual([
    'not yet',
    to,
  ]);
});

test('who is refused finds no listener: the other end is CLOSED all the time', () => {
  const trace = runScenario(rideAlong(LIVES.CLOSED.edge));
  expect([0, 40, 80].map((at) => statesAt(trace, at)['B'])).toEqual(['CLOSED', 'CLOSED', 'CLOSED']);
  expect(statesAt(trace, 80)['A']).toBe('CLOSED');
});
