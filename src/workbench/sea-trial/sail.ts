import type { SandboxFactory, ShipPlank } from '#sandbox/sandbox.ts';
import { play, type Played } from '../ship/play.ts';
import { landingOf, type Landing } from './landing.ts';
import { VOYAGES } from './length.ts';
import { voyage } from './voyages.ts';

/** One voyage of the learner's TCP. */
export interface Sailed {
  readonly n: number;
  /** The end that was theirs. */
  readonly mine: 'A' | 'B';
  readonly landing: Landing;
  /** It opened, carried every octet and closed, and did nothing that the reference would not do. */
  readonly isGood: boolean;
  /** The play itself: to be shown. */
  readonly played: Played;
}

interface Options {
  readonly planks: readonly ShipPlank[];
  readonly factory: SandboxFactory;
  /** Hears of each voyage when it is over. `false`: no more of them. */
  readonly heard: (sailed: Sailed) => boolean | Promise<boolean>;
}

/**
 * Sends the learner's TCP on its voyages, one after the other, against the reference. After one that
 * could not even begin, because a plank does not load, there is no other.
 */
export async function sail({ planks, factory, heard }: Options): Promise<void> {
  for (let n = 1; n <= VOYAGES; n += 1) {
    const one = voyage(n);
    const { scenario, mine } = one;
    const played = await play({ scenario, lose: [], hosts: [mine], planks }, factory);
    const landing = landingOf(played.trace, one);
    const { isOpen, isWhole, isClosed } = landing;
    const isSame = played.differs === null && played.cut === null;
    const isGood = isOpen && isWhole && isClosed && isSame;
    const sailed = { n, mine, landing, isGood, played };
    if (!(await heard(sailed)) || played.cut?.why === 'did not load') return;
  }
}
