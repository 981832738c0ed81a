import { add } from '#tcp/seq.ts';
import type { Translator } from '#text/text.ts';
import type { RingState } from './change.ts';
import type { Point } from './compare.ts';
import { wrongWith } from './move.ts';
import type { Spaces } from './spaces.ts';

/** What an author gives a ring; sequence numbers, and windows in octets. All of it may be left out. */
export interface GivenNumbers {
  readonly iss?: number;
  readonly una?: number;
  readonly nxt?: number;
  readonly sndWnd?: number;
  readonly irs?: number;
  readonly rcvNxt?: number;
  readonly rcvWnd?: number;
  /** The segment: SEG.SEQ and octets of text. */
  readonly segSeq?: number;
  readonly segText?: number;
  /** What is compared at first, and the reader's own number. */
  readonly compare?: readonly [Point, Point];
  readonly own?: number;
}

/**
 * The spaces that are given; without numbers, a connection that sends over the edge. Throws where no
 * TCB can hold them.
 */
export function givenSpaces(given: GivenNumbers, t: Translator): Spaces {
  const { una, nxt = una, sndWnd = 65_535, rcvNxt, rcvWnd = 65_535 } = given;
  const spaces: Spaces = {
    snd: {
      iss: given.iss ?? (una === undefined ? 4_294_900_000 : null),
      una: una ?? 4_294_942_296,
      nxt: nxt ?? 4_294_959_816,
      wnd: sndWnd,
    },
    rcv: {
      irs: given.irs ?? (rcvNxt === undefined ? 1_620_000_000 : null),
      nxt: rcvNxt ?? 1_620_043_800,
      wnd: rcvWnd,
    },
  };
  const wrong = wrongWith(spaces);
  if (wrong !== null) throw new Error(`A ring that cannot be: ${t(`ring.refuse.${wrong}`)}`);
  return spaces;
}

/** The state in which a figure begins: a segment over the left edge of the window unless one is given. */
export function givenState(given: GivenNumbers, spaces: Spaces): RingState {
  const { segText = 1460, own = 5, compare: [a, b] = ['una', 'sndEnd'] } = given;
  const seq = given.segSeq ?? add(spaces.rcv?.nxt ?? 0, -1000);
  return { spaces, piece: { seq, text: segText, syn: false, fin: false }, own, a, b };
}
