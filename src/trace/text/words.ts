import type { Endpoint, State } from '#tcp';
import { STATES } from '#tcp/state.ts';
import { fromJson, toJson } from '../json.ts';

/** Something in a line that cannot be read; whoever knows the line adds its number. */
export class WordError extends Error {
  override readonly name = 'WordError';
}

/** A word, or words in double quotes as JSON writes them, which may be part of a word. */
const WORD = /(?:"(?:[^"\\]|\\.)*"|[^\s"])+/y;

/** The words of a line. Throws WordError if a quotation mark is not closed. */
export function splitWords(line: string): readonly string[] {
  const words: string[] = [];
  let at = 0;
  for (;;) {
    while (/\s/.test(line.charAt(at))) at += 1;
    if (at >= line.length) return words;
    WORD.lastIndex = at;
    const match = WORD.exec(line);
    if (match === null) throw new WordError('a quotation mark is not closed');
    words.push(match[0]);
    at = WORD.lastIndex;
  }
}

/** Reads words one after the other. Its methods throw WordError. */
export interface Words {
  /** The next word, which must be there: `what` says what it would have been. */
  take(what: string): string;
  /** The next word if `test` holds of it. */
  takeIf(test: (word: string) => boolean): string | null;
  /** The next word, which must be this one. */
  expect(word: string): void;
  readonly isDone: boolean;
}

/** A reader of these words. */
export function readWords(words: readonly string[]): Words {
  let at = 0;
  const take = (what: string): string => {
    const word = words[at];
    if (word === undefined) throw new WordError(`the line ends where ${what} is due`);
    at += 1;
    return word;
  };
  return {
    take,
    takeIf(test) {
      const word = words[at];
      return word !== undefined && test(word) ? take('a word') : null;
    },
    expect(expected) {
      const word = take(`"${expected}"`);
      if (word !== expected) throw new WordError(`"${word}" stands where "${expected}" is due`);
    },
    get isDone() {
      return at >= words.length;
    },
  };
}

/** Words that need no quotation marks. */
const PLAIN = /^[\w.:][\w.:>+'*[\]-]*$/;

/** A name as one word, in quotation marks if it needs them. */
export function nameText(name: string): string {
  return PLAIN.test(name) ? name : JSON.stringify(name);
}

/** The name that `nameText` wrote. */
export function readName(word: string): string {
  return word.startsWith('"') ? String(readJson(word)) : word;
}

/** A number as JavaScript writes it. */
export function readNumber(word: string, what: string): number {
  const number = Number(word);
  if (word === '' || !Number.isFinite(number)) {
    throw new WordError(`"${word}" stands where ${what}, a number, is due`);
  }
  return number;
}

/** A state, or `?` where nobody knows it. */
export function stateText(state: State | null): string {
  return state ?? '?';
}

/** The state that `stateText` wrote. */
export function readState(word: string): State | null {
  if (word === '?') return null;
  const state = STATES.find((each) => each === word);
  if (state === undefined) throw new WordError(`"${word}" is no state`);
  return state;
}

/** `CLOSED -> SYN-SENT`; a state that stays is named once. */
export function changeOfState(before: State | null, after: State | null): string {
  return before === after ? stateText(before) : `${stateText(before)} -> ${stateText(after)}`;
}

/** What `changeOfState` wrote. */
export function readChangeOfState(words: Words): { before: State | null; after: State | null } {
  const before = readState(words.take('a state'));
  const changes = words.takeIf((word) => word === '->') !== null;
  return { before, after: changes ? readState(words.take('a state')) : before };
}

/** `address:port`, `[v6]:port`. */
export function endpointText({ address, port }: Endpoint): string {
  return nameText(`${address.includes(':') ? `[${address}]` : address}:${port}`);
}

/** The endpoint that `endpointText` wrote. */
export function readEndpoint(word: string): Endpoint {
  const match = /^(?:\[([^\]]*)\]|([^:]*)):(\d+)$/.exec(readName(word));
  if (match === null) throw new WordError(`"${word}" is no address:port`);
  return { address: match[1] ?? match[2] ?? '', port: Number(match[3]) };
}

/** Octets: `t"text"` if all of them are printable ASCII, else `x"0aff"`. */
export function octetsText(octets: Uint8Array): string {
  const isText = octets.every((octet) => octet >= 0x20 && octet <= 0x7e);
  if (isText) return `t${JSON.stringify(new TextDecoder().decode(octets))}`;
  return `x"${Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join('')}"`;
}

/** Is this word one that `octetsText` wrote? */
export function isOctets(word: string): boolean {
  return /^[tx]"/.test(word);
}

/** The octets that `octetsText` wrote. */
export function readOctets(word: string): Uint8Array {
  const text = String(readJson(word.slice(1)));
  if (word.startsWith('t')) return new TextEncoder().encode(text);
  if (!/^(?:[0-9a-f]{2})*$/.test(text)) throw new WordError(`${word} are no octets`);
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Any plain value as one word: octets as above, `@address:port`, all else as JSON. */
export function valueText(value: unknown): string {
  if (value === undefined) return 'undefined';
  if (value instanceof Uint8Array) return octetsText(value);
  return isEndpoint(value) ? `@${endpointText(value)}` : toJson(value);
}

/** The value that `valueText` wrote. */
export function readValue(word: string): unknown {
  if (word === 'undefined') return undefined;
  if (isOctets(word)) return readOctets(word);
  return word.startsWith('@') ? readEndpoint(word.slice(1)) : readJson(word);
}

function isEndpoint(value: unknown): value is Endpoint {
  if (typeof value !== 'object' || value === null) return false;
  const { address, port } = value as Partial<Endpoint>;
  const named = typeof address === 'string' && /^[\w.:]+$/.test(address);
  return named && Number.isInteger(port) && Object.keys(value).length === 2;
}

/** `key=value` for each field that is there, each with a space before it. */
export function fieldsText(fields: object): string {
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}=${valueText(value)}`)
    .join('');
}

const FIELD = /^(\w+)=(.*)$/s;

/** Is this word a `key=value`? */
export function isField(word: string): boolean {
  return FIELD.test(word);
}

/** The fields that `fieldsText` wrote, as far as the words are such. */
export function readFields(words: Words): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (let word = words.takeIf(isField); word !== null; word = words.takeIf(isField)) {
    const [, key = '', value = ''] = FIELD.exec(word) ?? [];
    fields[key] = readValue(value);
  }
  return fields;
}

function readJson(word: string): unknown {
  try {
    return fromJson(word);
  } catch {
    throw new WordError(`${word} cannot be read`);
  }
}
