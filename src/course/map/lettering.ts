/**
 * Breaks a title into lines of at most `most` characters, at blanks. Of what does not fit into `lines`
 * lines the part before the colon stands; without one, the last line ends in an ellipsis.
 */
export function broken(title: string, most: number, lines: number): readonly string[] {
  const found = inLines(title, most);
  if (found.length <= lines) return found;
  const colon = title.indexOf(':');
  if (colon > 0) return broken(title.slice(0, colon), most, lines);
  const kept = found.slice(0, lines);
  return [...kept.slice(0, -1), `${(kept.at(-1) ?? '').slice(0, most - 1)}…`];
}

function inLines(title: string, most: number): readonly string[] {
  const found: string[] = [];
  for (const word of title.split(' ')) {
    const last = found.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= most) {
      found[found.length - 1] = `${last} ${word}`;
    } else found.push(word);
  }
  return found;
}
