import type { Place } from '../ast.ts';

/** A script asks for something that this TCP does not have: there is nothing to judge. */
export class Skip extends Error {
  override readonly name = 'Skip';
  readonly place: Place;

  constructor(place: Place, reason: string) {
    super(reason);
    this.place = place;
  }
}

/** Something that the host did otherwise than its script says. Segments bear the script's numbers. */
export class Mismatch extends Error {
  override readonly name = 'Mismatch';
  readonly place: Place;
  readonly expected: string;
  readonly found: string;

  constructor(place: Place, expected: string, found: string) {
    super(`expected ${expected}, found ${found}`);
    this.place = place;
    this.expected = expected;
    this.found = found;
  }
}
