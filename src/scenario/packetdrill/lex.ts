import { PktError, type Place } from './ast.ts';

export interface Token {
  readonly kind: 'number' | 'word' | 'text' | 'code' | 'command' | 'option' | 'sign' | 'end';
  readonly text: string;
  readonly place: Place;
  /** No white space stands before it. */
  readonly tight: boolean;
}

const PATTERNS: readonly [Token['kind'] | 'space', RegExp][] = [
  ['space', /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|(?<=^[ \t]*|\n[ \t]*)#(?![a-z])[^\n]*)/y],
  ['option', /(?<=^[ \t]*|\n[ \t]*)--[A-Za-z0-9_]+(?:=(?:"[^"\n]*"|`[^`\n]*`|[^\s"`])*)?/y],
  ['code', /%\{[\s\S]*?\}%/y],
  ['command', /`(?:\\[\s\S]|[^`\\])*`/y],
  ['sign', /\.\.\./y],
  ['number', /0x[0-9a-fA-F]+(?![A-Za-z0-9_])|\d*\.\d+|\d+(?![A-Za-z0-9_])/y],
  ['word', /[A-Za-z0-9_]+/y],
  ['text', /"(?:[^"\\\n]|\\.)*"/y],
  ['sign', /[-+*~<>=:;.,|()[\]{}!]|\/(?!\*)/y],
];

/**
 * Cuts a script into tokens; comments and white space fall away. A line that starts with `#` and a
 * blank is a comment, too.
 * @throws PktError
 */
export function lex(source: string): readonly Token[] {
  const starts = lineStarts(source);
  const tokens: Token[] = [];
  let tight = false;
  let at = 0;
  while (at < source.length) {
    const found = matchAt(source, at);
    if (found === null) {
      throw new PktError(placeOf(starts, at), unreadable(source, at));
    }
    if (found.kind === 'space') {
      tight = false;
    } else {
      tokens.push({ kind: found.kind, text: found.text, place: placeOf(starts, at), tight });
      tight = true;
    }
    at += found.text.length;
  }
  tokens.push({ kind: 'end', text: '', place: placeOf(starts, source.length), tight: false });
  return tokens;
}

/** What opens here and never closes, and how it should. */
const OPENINGS: readonly (readonly [opening: string, message: string])[] = [
  ['%{', 'this code is never closed; }% closes it'],
  ['`', 'this command is never closed; another ` closes it'],
  ['"', 'this text is never closed; it ends with another " in the same line'],
  ['/*', 'this comment is never closed; */ closes it'],
];

function unreadable(source: string, at: number): string {
  const opened = OPENINGS.find(([opening]) => source.startsWith(opening, at));
  if (opened !== undefined) return opened[1];
  const code = source.codePointAt(at) ?? 0;
  const isVisible = code > 0x20 && code !== 0x7f;
  return isVisible
    ? `cannot read ${JSON.stringify(String.fromCodePoint(code))} here`
    : `octet ${code} is no text; is this a packetdrill script?`;
}

function matchAt(
  source: string,
  at: number,
): { kind: Token['kind'] | 'space'; text: string } | null {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const text = pattern.exec(source)?.[0];
    if (text !== undefined) return { kind, text };
  }
  return null;
}

function lineStarts(source: string): readonly number[] {
  const starts = [0];
  for (let i = 0; i < source.length; i++) if (source[i] === '\n') starts.push(i + 1);
  return starts;
}

/** By halves: scripts of some thousand lines are read, too. */
function placeOf(starts: readonly number[], offset: number): Place {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
