import { expect, test } from 'vitest';
import { en, LANG, t } from '#text/en.ts';
import { translator } from '#text/text.ts';
import { type Change, change, type RingState } from './change.ts';
import { POINTS } from './compare.ts';
import { comparePart } from './compare-part.ts';
import { type Part, PART_OF, ringTexts } from './data.ts';
import { givenSpaces, givenState } from './given.ts';
import { numbersIn } from './number.ts';
import { EXAMPLES } from './piece.ts';
import { segmentPart } from './segment-part.ts';
import { MARKS } from './spaces.ts';
import { spacesPart } from './spaces-part.ts';

const DRAWERS = { spaces: spacesPart, segment: segmentPart, compare: comparePart };

const CHANGES: readonly Change[] = [
  ...EXAMPLES.map((name) => ({ do: 'example', name }) as const),
  ...POINTS.flatMap((a) => POINTS.map((b) => ({ do: 'compare', a, b }) as const)),
  ...[...MARKS.snd, ...MARKS.rcv].flatMap((mark) =>
    [-1e7, 1e7].map((by) => ({ do: 'mark', mark, by }) as const),
  ),
  ...(['snd', 'rcv'] as const).flatMap((side) =>
    [-1, 0, 2 ** 31].map((to) => ({ do: 'wnd', side, to }) as const),
  ),
  ...[-1, 0, 70_000].map((text) => ({ do: 'piece', to: { text } }) as const),
  { do: 'half' },
];

test.each<readonly Part[]>([['spaces'], ['segment'], ['spaces', 'compare'], ['compare']])(
  'a figure of %s has all the texts that it says, whatever a reader does',
  (...parts) => {
    const own = translator(ringTexts(en, parts));
    const options = { t: own, numbers: numbersIn(LANG, false), idPrefix: 'ring', width: 600 };
    const given = givenState({}, givenSpaces({}, t));
    const draw = (state: RingState) => {
      for (const part of parts) {
        for (const { id } of DRAWERS[part]()(state, options).handles) own(`ring.handle.${id}`);
      }
    };
    draw(given);
    draw({ ...given, spaces: { snd: null, rcv: null } });
    for (const each of CHANGES.filter((one) => parts.includes(PART_OF[one.do]))) {
      const { state, refused } = change(given, each);
      if (refused !== null) own(`ring.refuse.${refused}`);
      draw(state);
    }
  },
);

test('a figure that shows the spaces alone brings few texts', () => {
  const { length } = JSON.stringify(ringTexts(en, ['spaces']));
  expect(length).toBeLessThan(JSON.stringify(ringTexts(en, ['spaces', 'segment'])).length);
  expect(length).toBeLessThan(6000);
});
