/** A text as the filter compares it: without case, and with hyphens and underscores as blanks. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[-_\s]+/g, ' ')
    .trim();
}

/** Does a text hold every word that was typed? Nothing typed is held by all. */
export function holds(text: string, typed: string): boolean {
  const within = folded(text);
  return folded(typed)
    .split(' ')
    .every((word) => within.includes(word));
}
