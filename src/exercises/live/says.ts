import type { Say } from '#text/text.ts';

/** Says of a part whether it is right, and why, in the place beside it. `why` is copied. */
export function saysOf(
  place: Element | null,
  t: Say,
  isRight: boolean,
  sentence: string,
  why: Element | null = null,
): void {
  if (place === null) return;
  const mark = document.createElement('b');
  mark.textContent = t(isRight ? 'exercise.right' : 'exercise.wrong');
  place.className = `ex-says ${isRight ? 'right' : 'wrong'}`;
  place.replaceChildren(mark, sentence === '' ? '' : ` ${sentence}`);
  if (why !== null) place.append(' ', why.cloneNode(true));
}

/** Asks for a part that is missing or cannot be read. */
export function askFor(place: Element | null, sentence: string): void {
  if (place === null) return;
  place.className = 'ex-says';
  place.replaceChildren(sentence);
}

/** Takes back what was said within an element. */
export function unsay(root: Element): void {
  for (const place of root.querySelectorAll('.ex-says')) {
    place.className = 'ex-says';
    place.replaceChildren();
  }
  for (const input of root.querySelectorAll('[aria-invalid]'))
    input.removeAttribute('aria-invalid');
}
