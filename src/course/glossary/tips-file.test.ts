import { expect, test } from 'vitest';
import { STATES } from '#tcp/state.ts';
import { pageOf } from '../atlas/states.ts';
import { ENTRIES } from './entries.ts';
import { GET, tips } from './tips-file.ts';

test('every entry of the glossary and every state has its tip', () => {
  const addresses = [...ENTRIES.map(({ id }) => `/glossary/#${id}`), ...STATES.map(pageOf)];
  expect(Object.keys(tips().of)).toEqual(addresses);
});

test('a tip of a term has its short name, its Chinese name and its definition', () => {
  expect(tips().of['/glossary/#isn']).toEqual({
    term: 'initial sequence number (ISN)',
    zh: ENTRIES.find(({ id }) => id === 'isn')?.zh,
    means: ENTRIES.find(({ id }) => id === 'isn')?.means,
  });
});

test('a tip of a state says how tools spell it', () => {
  const { means } = tips().of['/states/syn-received/'] ?? {};
  expect(means).toBe('`ss` prints `SYN-RECV`, `netstat` prints `SYN_RECV`.');
});

test('the file is JSON, as a page reads it', async () => {
  const answer = await GET({} as Parameters<typeof GET>[0]);
  expect(await answer.json()).toEqual(tips());
});
