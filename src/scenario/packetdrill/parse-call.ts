import type { CallLine, Value } from './ast.ts';
import { nameOf, type Cursor } from './cursor.ts';

/** The system calls of packetdrill, and how many arguments each takes. */
const CALLS: Readonly<Record<string, readonly number[]>> = {
  socket: [3],
  setsockopt: [5],
  getsockopt: [5],
  bind: [3],
  listen: [2],
  accept: [3],
  accept4: [4],
  connect: [3],
  read: [3],
  readv: [3],
  recv: [4],
  recvfrom: [6],
  recvmsg: [3],
  write: [3],
  writev: [3],
  send: [4],
  sendto: [6],
  sendmsg: [3],
  sendfile: [4],
  fcntl: [2, 3],
  ioctl: [2, 3],
  poll: [3],
  shutdown: [2],
  close: [1],
  open: [2, 3],
  pipe: [1],
  splice: [6],
  epoll_create: [1],
  epoll_ctl: [4],
  epoll_wait: [4],
  eventfd: [2],
  cap_set: [2],
};

/** `accept(3, ..., ...) = 4`, `connect(3, ..., ...) = -1 EINPROGRESS (Operation now in progress)` */
export function parseCall(tokens: Cursor, until: number | null = null): CallLine {
  const word = tokens.next();
  const counts = CALLS[word.text];
  if (counts === undefined) {
    return tokens.fail(
      `"${word.text}" is not among the calls ${Object.keys(CALLS).join(', ')}`,
      word,
    );
  }
  tokens.expect('(', `"${word.text}"`);
  const args = parseValues(tokens, ')');
  if (!counts.includes(args.length)) {
    tokens.fail(
      `${word.text}() takes ${counts.join(' or ')} arguments, found ${args.length}`,
      word,
    );
  }
  tokens.expect('=', `${word.text}()`);
  const result = parseValue(tokens);
  const errno = parseErrno(tokens, result);
  if (tokens.at('(')) parseNote(tokens);
  return { kind: 'call', name: word.text, args, result, errno, until };
}

function parseErrno(tokens: Cursor, result: Value): string | null {
  const failed = result.kind === 'number' && result.number < 0;
  if (!failed) return null;
  const word = tokens.next();
  if (word.kind !== 'word' || !/^E[A-Z0-9]+$/.test(word.text)) {
    return tokens.fail(`a call that gives -1 needs its errno, found ${nameOf(word)}`, word);
  }
  return SAME_ERRNO[word.text] ?? word.text;
}

/** Two names of one number, on BSD as on Linux. */
const SAME_ERRNO: Readonly<Record<string, string>> = { EWOULDBLOCK: 'EAGAIN' };

/** `(Connection reset by peer)`, `(flags O_RDWR|O_NONBLOCK)`: words for the reader. */
function parseNote(tokens: Cursor): void {
  tokens.expect('(', 'the result');
  while (!tokens.take(')')) {
    const token = tokens.next();
    if (token.kind !== 'word' && token.text !== '|' && token.text !== '-') {
      tokens.fail(`expected ")", found ${nameOf(token)}`, token);
    }
  }
}

function parseValues(tokens: Cursor, end: ')' | ']' | '}', depth = 0): readonly Value[] {
  const values: Value[] = [];
  if (tokens.take(end)) return values;
  for (;;) {
    values.push(parseValue(tokens, depth));
    if (tokens.take(end)) return values;
    tokens.expect(',', 'a value');
  }
}

/** `{onoff=1, linger=0}`, `{msg_name(...)=..., msg_iov(1)=[{..., 40}], msg_flags=0}`, `{..., 40}` */
function parseBraces(tokens: Cursor, depth: number): Value {
  const [first, second] = [tokens.peek(), tokens.peek(1)];
  const isNamed = first.kind === 'word' && ['=', '('].includes(second.text);
  if (!isNamed && !(first.kind === 'word' && second.kind === 'word')) {
    return { kind: 'list', items: parseValues(tokens, '}', depth) };
  }
  const fields: Record<string, Value> = {};
  for (;;) {
    const name = tokens.next();
    if (name.kind !== 'word') tokens.fail(`expected a field's name, found ${nameOf(name)}`, name);
    if (tokens.take('(')) parseValues(tokens, ')', depth);
    tokens.expect('=', `"${name.text}"`);
    fields[name.text] = parseValue(tokens, depth);
    if (tokens.take('}')) return { kind: 'fields', fields };
    tokens.expect(',', 'a field');
  }
}

/** Values within values: packetdrill itself has no use for more. */
const DEEPEST = 32;

function parseValue(tokens: Cursor, depth = 0): Value {
  if (depth > DEEPEST) tokens.fail(`values may lie within one another ${DEEPEST} deep at most`);
  if (tokens.take('...')) return { kind: 'any' };
  if (tokens.take('[')) return { kind: 'list', items: parseValues(tokens, ']', depth + 1) };
  if (tokens.take('{')) return parseBraces(tokens, depth + 1);
  const token = tokens.peek();
  if (token.kind === 'text') return { kind: 'text', text: parseText(tokens) };
  if (token.kind === 'word') return parseWords(tokens, depth + 1);
  const minus = tokens.take('-');
  const number = tokens.integer('a value');
  if (tokens.at('|')) return parseWords(tokens, depth + 1, String(number));
  return { kind: 'number', number: minus ? -number : number };
}

/** Strings that stand one after the other are one string; `...` after it leaves its end open. */
function parseText(tokens: Cursor): string {
  let text = '';
  while (tokens.peek().kind === 'text') text += tokens.next().text.slice(1, -1);
  tokens.take('...');
  return text;
}

/** `O_RDWR|O_NONBLOCK`, `htons(8080)` */
function parseWords(tokens: Cursor, depth: number, first: string = tokens.next().text): Value {
  if (tokens.take('(')) {
    const of = parseValue(tokens, depth);
    tokens.expect(')', `${first}( and a value`);
    return { kind: 'made', by: first, of };
  }
  const words = [first];
  while (tokens.take('|')) {
    const next = tokens.next();
    if (next.kind !== 'word' && next.kind !== 'number') {
      tokens.fail(`expected a name after "|", found ${nameOf(next)}`, next);
    }
    words.push(next.text);
  }
  return { kind: 'words', words };
}
