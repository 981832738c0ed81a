import type { CallLine, Value } from './ast.ts';
import { nameOf, type Cursor } from './cursor.ts';

/** The system calls that can be read, and how many arguments each takes. */
const CALLS: Readonly<Record<string, number>> = {
  socket: 3,
  setsockopt: 5,
  bind: 3,
  listen: 2,
  accept: 3,
  connect: 3,
  read: 3,
  write: 3,
  shutdown: 2,
  close: 1,
};

/** `accept(3, ..., ...) = 4`, `connect(3, ..., ...) = -1 EINPROGRESS (Operation now in progress)` */
export function parseCall(tokens: Cursor): CallLine {
  const word = tokens.next();
  const count = CALLS[word.text];
  if (count === undefined) {
    return tokens.fail(
      `"${word.text}" is not among the calls ${Object.keys(CALLS).join(', ')}`,
      word,
    );
  }
  tokens.expect('(', `"${word.text}"`);
  const args = parseValues(tokens, ')');
  if (args.length !== count) {
    tokens.fail(`${word.text}() takes ${count} arguments, found ${args.length}`, word);
  }
  tokens.expect('=', `${word.text}()`);
  const result = parseValue(tokens);
  return { kind: 'call', name: word.text, args, result, errno: parseErrno(tokens, result) };
}

function parseErrno(tokens: Cursor, result: Value): string | null {
  const failed = result.kind === 'number' && result.number < 0;
  if (!failed) return null;
  const word = tokens.next();
  if (word.kind !== 'word' || !/^E[A-Z]+$/.test(word.text)) {
    return tokens.fail(`a call that gives -1 needs its errno, found ${nameOf(word)}`, word);
  }
  if (tokens.take('(')) while (!tokens.take(')')) takeWord(tokens);
  return word.text;
}

function takeWord(tokens: Cursor): void {
  const token = tokens.next();
  if (token.kind !== 'word') tokens.fail(`expected ")", found ${nameOf(token)}`, token);
}

function parseValues(tokens: Cursor, end: ')' | ']'): readonly Value[] {
  const values: Value[] = [];
  if (tokens.take(end)) return values;
  for (;;) {
    values.push(parseValue(tokens));
    if (tokens.take(end)) return values;
    tokens.expect(',', 'a value');
  }
}

/** `{onoff=1, linger=0}` */
function parseFields(tokens: Cursor): Readonly<Record<string, Value>> {
  const fields: Record<string, Value> = {};
  for (;;) {
    const name = tokens.next();
    if (name.kind !== 'word') tokens.fail(`expected a field's name, found ${nameOf(name)}`, name);
    tokens.expect('=', `"${name.text}"`);
    fields[name.text] = parseValue(tokens);
    if (tokens.take('}')) return fields;
    tokens.expect(',', 'a field');
  }
}

function parseValue(tokens: Cursor): Value {
  if (tokens.take('...')) return { kind: 'any' };
  if (tokens.take('[')) return { kind: 'list', items: parseValues(tokens, ']') };
  if (tokens.take('{')) return { kind: 'fields', fields: parseFields(tokens) };
  const token = tokens.peek();
  if (token.kind === 'text') {
    tokens.next();
    return { kind: 'text', text: token.text.slice(1, -1) };
  }
  if (token.kind === 'word') {
    const words = [tokens.next().text];
    while (tokens.take('|')) words.push(tokens.next().text);
    return { kind: 'words', words };
  }
  const minus = tokens.take('-');
  const number = tokens.integer('a value');
  return { kind: 'number', number: minus ? -number : number };
}
