import { lt } from '#tcp/bound.ts';
import { add } from '#tcp/seq.ts';
import { escapeText } from '../ladder/svg.ts';
import { inFlight, MARKS, placeOf, SIDES, type Spaces, usable } from './spaces.ts';
import type { Speech } from './speech.ts';

/**
 * The spaces in a few sentences: what is in flight and may be sent, what may come, and what becomes of
 * a plain comparison where a window crosses the edge.
 */
export function tellSpaces({ snd, rcv }: Spaces, { t, numbers }: Speech): readonly string[] {
  const said: string[] = [];
  if (snd === null) said.push(t('ring.say.noSnd'));
  else {
    const left = usable(snd);
    const flight = numbers.count(inFlight(snd));
    said.push(
      left < 0
        ? t('ring.say.shrunk', { flight, n: numbers.count(-left) })
        : t('ring.say.snd', { flight, n: numbers.count(left) }),
    );
  }
  if (rcv === null) said.push(t('ring.say.noRcv'));
  else if (rcv.wnd === 0) said.push(t('ring.say.shut', { nxt: numbers.seq(rcv.nxt) }));
  else {
    const last = numbers.seq(add(rcv.nxt, rcv.wnd - 1));
    said.push(t('ring.say.rcv', { from: numbers.seq(rcv.nxt), last }));
  }
  for (const side of SIDES) {
    const [first, end] = [MARKS[side][0] ?? 'una', MARKS[side].at(-1) ?? 'sndEnd'];
    const [a, b] = [placeOf({ snd, rcv }, first), placeOf({ snd, rcv }, end)];
    if (a === null || b === null || a <= b || !lt(a, b)) continue;
    const values = {
      ...{ first: t(`ring.mark.${first}`), end: t(`ring.mark.${end}`) },
      ...{ a: numbers.seq(a), b: numbers.seq(b) },
    };
    said.push(t('ring.say.edge', values));
  }
  return said;
}

/** The marks and stretches as rows of a list in words, HTML. */
export function listSpaces(spaces: Spaces, { t, numbers }: Speech): readonly string[] {
  const rows = SIDES.flatMap((side) =>
    MARKS[side].flatMap((mark) => {
      const seq = placeOf(spaces, mark);
      if (seq === null) return [];
      const text = t(`ring.mean.${mark}`);
      return [
        `<b>${escapeText(t(`ring.mark.${mark}`))}</b> <code>${numbers.seq(seq)}</code> ${escapeText(text)}`,
      ];
    }),
  );
  return [...rows, ...tellSpaces(spaces, { t, numbers }).map(escapeText)];
}
