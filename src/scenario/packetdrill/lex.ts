import { PktError, type Place } from './ast.ts';

export interface Token {
  readonly kind: 'number' | 'word' | 'text' | 'code' | 'sign' | 'end';
  readonly text: string;
  readonly place: Place;
  /** No white space stands before it. */
  readonly tight: boolean;
}

const PATTERNS: readonly [Token['kind'] | 'space', RegExp][] = [
  ['space', /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)/y],
  ['code', /%\{[\s\S]*?\}%/y],
  ['sign', /\.\.\./y],
  ['number', /0x[0-9a-fA-F]+|\d+\.\d+|\d+/y],
  ['word', /[A-Za-z_][A-Za-z0-9_]*/y],
  ['text', /"(?:[^"\\\n]|\\.)*"/y],
  ['sign', /[-+*~<>=:.,|()[\]{}]/y],
];

/** Cuts a script into tokens; comments and white space fall away. */
export function lex(source: string): readonly Token[] {
  const starts = lineStarts(source);
  const tokens: Token[] = [];
  let tight = false;
  let at = 0;
  while (at < source.length) {
    const found = matchAt(source, at);
    if (found === null) {
      throw new PktError(placeOf(starts, at), `cannot read ${JSON.stringify(source[at])} here`);
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

function placeOf(starts: readonly number[], offset: number): Place {
  let line = 0;
  while (line + 1 < starts.length && (starts[line + 1] ?? Infinity) <= offset) line++;
  return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
}
