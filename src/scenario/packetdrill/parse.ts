import { STATES, type State } from '#tcp';
import {
  PktError,
  type AssertLine,
  type CodeLine,
  type Line,
  type Script,
  type ScriptOption,
  type When,
} from './ast.ts';
import { cursor, nameOf, type Cursor } from './cursor.ts';
import { lex, type Token } from './lex.ts';
import { parseCall } from './parse-call.ts';
import { parsePacket } from './parse-packet.ts';

/**
 * Reads a packetdrill script: what is about TCP in packetdrill's own grammar. What lies outside is
 * refused with its line and column; nothing is skipped over.
 *
 * States are asserted in code blocks, `%{ assert state == "SYN-RECEIVED" }%`: packetdrill runs such
 * blocks as Python, so the form stays valid there.
 *
 * `define` gives words of the script another meaning, as `#define` and `--define` do.
 * @throws PktError
 */
export function parsePkt(source: string, define: Readonly<Record<string, string>> = {}): Script {
  const all = lex(source);
  const options = all.flatMap((token) => (token.kind === 'option' ? [optionOf(token)] : []));
  const words = { ...definedIn(options), ...define };
  const tokens = cursor(all.filter(({ kind }) => kind !== 'option').flatMap(replaced(words)));
  const lines: Line[] = [];
  while (tokens.peek().kind !== 'end') lines.push(parseLine(tokens));
  requireOrder(lines);
  return { lines, header: headerOf(source), options };
}

/** Times run forward, as far as the script itself says them. @throws PktError */
function requireOrder(lines: readonly Line[]): void {
  let clock: number | null = 0;
  for (const { when, place } of lines) {
    if (when.kind === 'at' && clock !== null && when.ms < clock) {
      const [now, before] = [when.ms / 1e3, clock / 1e3];
      throw new PktError(place, `time runs back: ${now} s here, ${before} s in the line before`);
    }
    if (when.kind === 'at') clock = when.ms;
    else if (when.kind === 'after') clock = clock === null ? null : clock + when.ms;
    else clock = null;
  }
}

/** `--define=CODE=port_unreachable`, `--define=CC="reno"` */
function definedIn(options: readonly ScriptOption[]): Readonly<Record<string, string>> {
  const pairs = options.flatMap(({ name, value }) => {
    const found = /^(\w+)=(.*)$/s.exec(name === 'define' ? (value ?? '') : '');
    return found === null ? [] : [[found[1] ?? '', found[2] ?? ''] as const];
  });
  return Object.fromEntries(pairs);
}

function replaced(words: Readonly<Record<string, string>>) {
  return (token: Token): readonly Token[] => {
    const text = token.kind === 'word' ? words[token.text] : undefined;
    if (text === undefined) return [token];
    return lex(text)
      .slice(0, -1)
      .map((each, i) => ({ ...each, place: token.place, tight: i === 0 && token.tight }));
  };
}

function optionOf({ text, place }: Token): ScriptOption {
  const equals = text.indexOf('=');
  if (equals < 0) return { place, name: text.slice(2), value: null };
  const value = text.slice(equals + 1).replace(/^"(.*)"$/, '$1');
  return { place, name: text.slice(2, equals), value };
}

function parseLine(tokens: Cursor): Line {
  const { place, kind } = tokens.peek();
  // Commands that set the host up and clean up behind it stand without a time.
  if (kind === 'command') return { place, when: { kind: 'after', ms: 0 }, ...parseCommand(tokens) };
  const { when, until } = parseWhen(tokens);
  const token = tokens.peek();
  if (until !== null && token.kind !== 'word') {
    tokens.fail(`only a system call lasts from a time to another, found ${nameOf(token)}`);
  }
  if (token.kind === 'code') return { place, when, ...parseCode(tokens) };
  if (token.kind === 'command') return { place, when, ...parseCommand(tokens) };
  if (token.kind === 'word') return { place, when, ...parseCall(tokens, until) };
  if (tokens.at('<') || tokens.at('>')) return { place, when, ...parsePacket(tokens) };
  return tokens.fail(
    `expected "<", ">", a system call or %{ … }% after the time, found ${nameOf(token)}`,
  );
}

function parseCommand(tokens: Cursor): { kind: 'command'; command: string } {
  return { kind: 'command', command: tokens.next().text.slice(1, -1) };
}

function parseWhen(tokens: Cursor): { when: When; until: number | null } {
  if (tokens.take('*')) return { when: { kind: 'any' }, until: null };
  const relative = tokens.take('+');
  const from = parseTime(tokens);
  if (!tokens.at('~') && !tokens.at('...')) {
    return { when: relative ? { kind: 'after', ms: from } : { kind: 'at', ms: from }, until: null };
  }
  const blocks = tokens.next().text === '...';
  // `+0.1...0.2` and `+0.1...+0.2` both count from the line before.
  if (relative && !blocks) tokens.expect('+', '"~" of a relative range');
  else if (relative) tokens.take('+');
  const token = tokens.peek();
  const to = parseTime(tokens);
  if (to < from) tokens.fail('a range of times must not end before it begins', token);
  if (!blocks) return { when: { kind: 'between', from, to, relative }, until: null };
  return { when: relative ? { kind: 'after', ms: from } : { kind: 'at', ms: from }, until: to };
}

/** Seconds in the script, whole microseconds at best; ms here. */
function parseTime(tokens: Cursor): number {
  const token = tokens.next();
  if (token.kind !== 'number' || token.text.startsWith('0x')) {
    return tokens.fail(`expected a time in seconds, found ${nameOf(token)}`, token);
  }
  return Math.round(Number(token.text) * 1e6) / 1e3;
}

const ASSERTION = /^%\{\s*assert\s+state(?:\((\d+)\))?\s*==\s*(["'])([^"'\n]*)\2\s*\}%$/;

function parseCode(tokens: Cursor): AssertLine | CodeLine {
  const token = tokens.next();
  const found = ASSERTION.exec(token.text);
  if (found === null && /\bstate\b/.test(token.text)) {
    return tokens.fail(
      'states are asked for as %{ assert state == "…" }% or state(<peer port>)',
      token,
    );
  }
  if (found === null) return { kind: 'code', code: token.text.slice(2, -2).trim() };
  const state = found[3] ?? '';
  if (!isState(state)) return tokens.fail(`there is no state "${state}" in RFC 9293`, token);
  return { kind: 'assert', state, port: found[1] === undefined ? null : Number(found[1]) };
}

function isState(text: string): text is State {
  return (STATES as readonly string[]).includes(text);
}

/** `// rfc: 3.10.7.2, third` above the first line gives `{ rfc: '3.10.7.2, third' }`. */
function headerOf(source: string): Readonly<Record<string, string>> {
  const header: Record<string, string> = {};
  for (const line of source.split('\n')) {
    if (line.trim() !== '' && !line.startsWith('//')) break;
    const found = /^\/\/ ([a-z]+): (.+)$/.exec(line.trim());
    if (found !== null) header[found[1] ?? ''] = found[2] ?? '';
  }
  return header;
}
