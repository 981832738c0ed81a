import { add } from '#tcp/seq.ts';
import type { RingState } from './change.ts';
import { type Comparison, compare } from './compare.ts';
import { DIAL, dialSvg, discSpots, drawDial } from './compare-draw.ts';
import { answerRows, tellComparison } from './compare-words.ts';
import { aroundCircle } from './drag.ts';
import type { Handle } from './handle.ts';
import type { DrawPart } from './part.ts';
import { HALF, RING } from './spaces.ts';
import type { Speech } from './speech.ts';

/** How near to half a ring, or to the other number, a dragged number rests on it: 2 px of the dial. */
const REST = Math.round((2 / (2 * Math.PI * DIAL.r)) * RING);

/** Two numbers on the dial. */
export function comparePart(): DrawPart {
  return (state, options) => {
    const comparison = compare(state.a, state.b, state);
    if (comparison === null) {
      return { svg: '', rows: '', sentence: options.t('ring.compare.none'), handles: [] };
    }
    const sentence = tellComparison(comparison, [state.a, state.b], options);
    return {
      svg: dialSvg(drawDial(comparison, options), sentence, options.idPrefix),
      sentence,
      rows: answerRows(comparison, options),
      handles: dialHandles(state, comparison, options),
    };
  };
}

/** The handle of the reader's own number, if it is compared. Home is the other number, End half a ring from it. */
function dialHandles(
  { a, b, own }: RingState,
  comparison: Comparison,
  { numbers }: Speech,
): readonly Handle[] {
  if (a !== 'own' && b !== 'own') return [];
  const isFirst = a === 'own';
  const other = isFirst ? comparison.b : comparison.a;
  const [x, y] = discSpots(comparison)[isFirst ? 'a' : 'b'];
  return [
    {
      ...{ id: 'own', x, y, width: 36, height: 36, now: own, max: RING - 1 },
      ...{ text: numbers.seq(own), page: RING / 16, home: (other - own) | 0 },
      ...{ end: (add(other, HALF) - own) | 0, rest: REST },
      ...{ measure: aroundCircle(DIAL), holds: true },
      move: (by) => ({ do: 'own', to: add(own, by) }),
    },
  ];
}
