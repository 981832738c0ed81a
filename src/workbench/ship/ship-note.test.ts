import { expect, it } from 'vitest';
import en from '../../../content/i18n/en.json' with { type: 'json' };
import type { ShipReport } from '#judge/blame.ts';
import { translator } from '#text/text.ts';
import { shipWords } from './ship-note.tsx';

const t = translator(en);
const words = (ship: Partial<ShipReport> | undefined, only: string | null = null) =>
  shipWords(
    {
      only,
      ship: ship && {
        labs: ['ring', 'closed'],
        fault: null,
        culprits: [],
        isRight: false,
        ...ship,
      },
    },
    t,
    (lab) => lab.toUpperCase(),
  ).join(' ');

it('says nothing of the reference’s planks', () => {
  expect(words(undefined)).toBe('');
});

it.each<[Partial<ShipReport>, string | null, string]>([
  [{}, null, 'Run with your other planks: “RING”, “CLOSED”.'],
  [{ fault: 'own' }, null, 'It fails with the reference’s planks too.'],
  [
    { fault: 'others', culprits: ['ring'], isRight: true },
    null,
    'This lab’s plank is right: with the reference’s planks it passes. At fault among your planks: “RING”.',
  ],
  [
    { fault: 'others', isRight: true },
    null,
    'Which of your other planks is at fault could not be found out.',
  ],
  [
    { fault: 'others', culprits: ['ring', 'closed'] },
    null,
    'At fault among your planks: “RING”, “CLOSED”.',
  ],
  [
    { fault: 'others', culprits: ['ring'] },
    'some-case',
    'With the reference’s planks this case passes. At fault among your planks: “RING”.',
  ],
])('says %j', (ship, only, expected) => {
  expect(words(ship, only)).toContain(expected);
});
