import type { Translator } from '#text/text.ts';

/** CodeMirror's own words, each with the key of ours. `$` stands for a value. */
const KEYS: Readonly<Record<string, string>> = {
  Find: 'find',
  Replace: 'replace-with',
  next: 'next',
  previous: 'previous',
  all: 'all',
  'match case': 'case',
  'by word': 'word',
  regexp: 'regexp',
  replace: 'replace',
  'replace all': 'replace-all',
  close: 'close',
  'current match': 'current',
  'on line': 'on-line',
  'replaced match on line $': 'replaced',
  'replaced $ matches': 'replaced-all',
  'Go to line': 'line',
  go: 'go',
  Diagnostics: 'problems',
  'No diagnostics': 'no-problems',
  'Selection deleted': 'deleted',
};

/** Gives CodeMirror the interface's language. */
export function phrases(t: Translator): Record<string, string> {
  return Object.fromEntries(
    Object.entries(KEYS).map(([theirs, key]) => [theirs, t(`workbench.light.${key}`, { n: '$' })]),
  );
}
