import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { en } from '#text/en.ts';
import { filesFrom } from '../vite/chunks-plugin.ts';
import { ladderTexts } from './figure-texts.ts';
import { traceOf } from './fixtures.ts';

it('brings all that a ladder says before a reader presses one of its tools', () => {
  const brought = Object.keys(ladderTexts(en, traceOf('handshake')));
  const said = [...filesFrom('figures/ladder/scrubber.ts')].flatMap((file) =>
    // A key that is put together counts as far as it stands there.
    [...readFileSync(file, 'utf8').matchAll(/['"`]((?:ladder|host|state)\.[\w.]*)/g)].map(
      ([, key = '']) => key,
    ),
  );
  expect(said.length).toBeGreaterThan(40);
  for (const key of said)
    expect(
      brought.some((each) => each.startsWith(key)),
      key,
    ).toBe(true);
});

it('leaves at home what only tools say', () => {
  const brought = Object.keys(ladderTexts(en, traceOf('handshake')));
  expect(brought.filter((key) => /^(save|ladder\.(say|tool|lose))\b/.test(key))).toEqual([]);
});
