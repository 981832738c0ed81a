/** The faces of a drawing, by what they letter. */
export type Face = 'flags' | 'state' | 'remark' | 'numbers';

// Measured on the faces that we ship: IBM Plex Sans Condensed 600 (flags) and 500 (state), Literata
// italic (remark); Commit Mono (numbers) is 0.6 em throughout. An estimate is enough, since a
// fallback face may be set instead.
const WIDE = /[MWm@]/;
const NARROW = /[ijlI.,:;'’!|]/;
const SPACE = /[\s ]/;

/** The usual advance of a letter, in em. */
const EM: Record<Exclude<Face, 'numbers'>, readonly [upper: number, lower: number]> = {
  flags: [0.61, 0.53],
  state: [0.59, 0.51],
  remark: [0.7, 0.56],
};

/** Advances that were looked up before, in em, by face and letter. */
const known: Record<Face, Map<string, number>> = {
  ...{ flags: new Map(), state: new Map(), remark: new Map(), numbers: new Map() },
};

/** The estimated width of a line of text, in px. Full-width scripts count one em per character. */
export function textWidth(text: string, face: Face, size: number): number {
  const advances = known[face];
  let em = 0;
  for (const char of text) {
    let own = advances.get(char);
    if (own === undefined) {
      own = advance(char, face);
      advances.set(char, own);
    }
    em += own;
  }
  return em * size;
}

/** A text cut so that it is no wider than `room` px. */
export function fitText(text: string, face: Face, size: number, room: number): string {
  if (textWidth(text, face, size) <= room) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, face, size) > room) letters.pop();
  return `${letters.join('')}…`;
}

function advance(char: string, face: Face): number {
  if (char > '\u2e80') return 1;
  if (face === 'numbers') return 0.6;
  const [upper, lower] = EM[face];
  if (SPACE.test(char)) return 0.22;
  if (NARROW.test(char)) return 0.32;
  if (WIDE.test(char)) return 0.84;
  return char === '-' ? 0.37 : char >= 'A' && char <= 'Z' ? upper : lower;
}
