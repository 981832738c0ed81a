import { STATES, type State } from '#tcp';
import type { AssertLine, Line, Script, When } from './ast.ts';
import { cursor, nameOf, type Cursor } from './cursor.ts';
import { lex } from './lex.ts';
import { parseCall } from './parse-call.ts';
import { parsePacket } from './parse-packet.ts';

/**
 * Reads a packetdrill script: the subset that this course uses, in packetdrill's own grammar. What
 * lies outside the subset is refused with its line and column; nothing is skipped over.
 *
 * States are asserted in code blocks, `%{ assert state == "SYN-RECEIVED" }%`: packetdrill runs such
 * blocks as Python, so the form stays valid there.
 * @throws PktError
 */
export function parsePkt(source: string): Script {
  const tokens = cursor(lex(source));
  const lines: Line[] = [];
  while (tokens.peek().kind !== 'end') lines.push(parseLine(tokens));
  return { lines, header: headerOf(source) };
}

function parseLine(tokens: Cursor): Line {
  const { place } = tokens.peek();
  const when = parseWhen(tokens);
  const token = tokens.peek();
  if (token.kind === 'code') return { place, when, ...parseAssert(tokens) };
  if (token.kind === 'word') return { place, when, ...parseCall(tokens) };
  if (tokens.at('<') || tokens.at('>')) return { place, when, ...parsePacket(tokens) };
  return tokens.fail(
    `expected "<", ">", a system call or %{ … }% after the time, found ${nameOf(token)}`,
  );
}

function parseWhen(tokens: Cursor): When {
  if (tokens.take('*')) return { kind: 'any' };
  const relative = tokens.take('+');
  const from = parseTime(tokens);
  if (!tokens.take('~')) return relative ? { kind: 'after', ms: from } : { kind: 'at', ms: from };
  if (relative) tokens.expect('+', '"~" of a relative range');
  const token = tokens.peek();
  const to = parseTime(tokens);
  if (to < from) tokens.fail('a range of times must not end before it begins', token);
  return { kind: 'between', from, to, relative };
}

/** Seconds in the script, whole microseconds at best; ms here. */
function parseTime(tokens: Cursor): number {
  const token = tokens.next();
  if (token.kind !== 'number' || token.text.startsWith('0x')) {
    return tokens.fail(`expected a time in seconds, found ${nameOf(token)}`, token);
  }
  return Math.round(Number(token.text) * 1e6) / 1e3;
}

const ASSERTION = /^%\{\s*assert\s+state(?:\((\d+)\))?\s*==\s*(["'])([A-Z0-9-]+)\2\s*\}%$/;

function parseAssert(tokens: Cursor): AssertLine {
  const token = tokens.next();
  const found = ASSERTION.exec(token.text);
  if (found === null) {
    return tokens.fail('only %{ assert state == "…" }% and state(<peer port>) can be read', token);
  }
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
