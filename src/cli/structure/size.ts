import { isCode, type Source } from './source.ts';

/** A file that is longer is about two things. */
const MOST_LINES = 300;

/** Files with too many lines of logic: blank lines and comments are not counted. */
export function oversized(sources: readonly Source[]): readonly string[] {
  return sources
    .filter(isCode)
    .map((source) => ({ path: source.path, lines: linesOfLogic(source.text) }))
    .filter(({ lines }) => lines > MOST_LINES)
    .map(({ path, lines }) => `${path}: ${lines} lines, at most ${MOST_LINES}`);
}

export function linesOfLogic(text: string): number {
  const lines = text.replace(/\/\*[\s\S]*?\*\//g, '').split('\n');
  return lines.filter((line) => line.trim() !== '' && !line.trim().startsWith('//')).length;
}
