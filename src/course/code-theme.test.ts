import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { INKS } from './code-theme.ts';

const tokens = readFileSync(new URL('styles/tokens.css', import.meta.url), 'utf8');

it.each(['light', 'dark'] as const)('code is coloured with the tokens of the %s sheet', (name) => {
  const sheet = tokens.slice(tokens.indexOf(`[data-theme='${name}'] {`));
  const token = (key: string) => new RegExp(`--${key}: (#\\w+)`).exec(sheet)?.[1];
  expect(INKS[name]).toEqual({
    paper: token('paper-lift'),
    ink: token('ink'),
    ink2: token('ink-2'),
    ink3: token('ink-3'),
    timber: token('timber'),
  });
});
