import { PktError } from './ast.ts';
import type { Token } from './lex.ts';

/** Walks over tokens. Every refusal names what was expected and where. */
export interface Cursor {
  peek(ahead?: number): Token;
  next(): Token;
  /** Is the next token this sign or word? */
  at(text: string): boolean;
  /** Takes the next token if it is this sign or word. */
  take(text: string): boolean;
  expect(text: string, after: string): Token;
  /** A whole number, decimal or hexadecimal, of at most 32 bits. */
  integer(what: string): number;
  fail(message: string, token?: Token): never;
}

/** A cursor before the first of `tokens`. */
export function cursor(tokens: readonly Token[]): Cursor {
  let i = 0;
  const peek = (ahead = 0): Token => {
    const token = tokens[Math.min(i + ahead, tokens.length - 1)];
    if (token === undefined) throw new Error('a token list always has an end');
    return token;
  };
  const next = (): Token => {
    const token = peek();
    i++;
    return token;
  };
  const fail = (message: string, token: Token = peek()): never => {
    throw new PktError(token.place, message);
  };
  const at = (text: string): boolean =>
    ['sign', 'word'].includes(peek().kind) && peek().text === text;
  const take = (text: string): boolean => {
    if (!at(text)) return false;
    i++;
    return true;
  };
  return {
    peek,
    next,
    at,
    take,
    fail,
    expect(text, after) {
      if (!at(text)) fail(`expected "${text}" after ${after}, found ${nameOf(peek())}`);
      return next();
    },
    integer(what) {
      const token = peek();
      const value = token.kind === 'number' ? Number(token.text) : Number.NaN;
      if (!Number.isInteger(value) || token.text.includes('.')) {
        fail(`expected ${what}, found ${nameOf(token)}`);
      }
      if (value > 0xffffffff) fail(`${what} must fit into 32 bits`);
      i++;
      return value;
    },
  };
}

/** More of a token no message shows. */
const LONGEST = 60;

/** What a message calls the token. */
export function nameOf(token: Token): string {
  if (token.kind === 'end') return 'the end of the script';
  return `"${token.text.length > LONGEST ? `${token.text.slice(0, LONGEST)}…` : token.text}"`;
}
