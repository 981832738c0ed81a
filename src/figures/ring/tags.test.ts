import { expect, it } from 'vitest';
import { t } from '#text/en.ts';
import { numbersIn } from './number.ts';
import { RING, type Spaces } from './spaces.ts';
import { layoutTags } from './tags.ts';

const tagsOf = (spaces: Spaces) =>
  layoutTags(
    spaces,
    { cx: 200, cy: 150 },
    { snd: 108, rcv: 86 },
    {
      ...{ t, numbers: numbersIn('en', false) },
    },
  )
    .filter(({ kind }) => kind === 'snd')
    .map(({ lines }) => lines.join(' '));

it('names marks that cannot be told apart in one place', () => {
  const snd = { iss: null, una: RING - 10, nxt: 20, wnd: 65_535 };
  expect(tagsOf({ snd, rcv: null })).toEqual(['SND.UNA SND.NXT SND.UNA+ SND.WND']);
  const shrunk = { ...snd, wnd: 0 };
  expect(tagsOf({ snd: shrunk, rcv: null })).toEqual(['SND.UNA SND.NXT SND.UNA+ SND.WND']);
});

it('names marks that lie apart where they are', () => {
  const snd = { iss: null, una: 0, nxt: 2 ** 29, wnd: 2 ** 30 };
  expect(tagsOf({ snd, rcv: null })).toEqual(['SND.UNA', 'SND.NXT', 'SND.UNA+ SND.WND']);
});
