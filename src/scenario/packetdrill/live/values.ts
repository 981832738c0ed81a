import type { CallLine, Place, Value } from '../ast.ts';
import { PktError } from '../ast.ts';

/** A system call with its place. */
export type PlacedCall = CallLine & { readonly place: Place };

/** The number that stands at an argument, in a list of one, or in `[4]`. @throws PktError */
export function numberAt(line: PlacedCall, index: number, what: string): number {
  const value = line.args[index];
  const number = value === undefined ? null : numberOf(value);
  if (number !== null) return number;
  throw new PktError(line.place, `${line.name}(): ${what} must be a number`);
}

/** A number, or the one number in brackets; `null` for anything else. */
export function numberOf(value: Value): number | null {
  if (value.kind === 'number') return value.number;
  if (value.kind === 'list' && value.items.length === 1) {
    const [only] = value.items;
    return only === undefined ? null : numberOf(only);
  }
  return null;
}

/** The names at an argument: `O_RDWR|O_NONBLOCK` gives two. */
export function wordsAt(line: PlacedCall, index: number): readonly string[] {
  const value = line.args[index];
  if (value?.kind === 'words') return value.words;
  if (value?.kind === 'list' && value.items[0]?.kind === 'words') return value.items[0].words;
  return [];
}

/** The field of a structure, if it is there and a number. */
export function fieldOf(value: Value | undefined, name: string): number | null {
  const field = value?.kind === 'fields' ? value.fields[name] : undefined;
  return field === undefined ? null : numberOf(field);
}

/** `{sa_family=AF_INET, sin_port=htons(1234), …}`: the port of an address, if it names one. */
export function portOf(value: Value | undefined): number | null {
  const port = value?.kind === 'fields' ? value.fields['sin_port'] : undefined;
  return port?.kind === 'made' ? numberOf(port.of) : null;
}

/** The octets that `{..., 100}` and lists of it hold together. */
export function vectorLength(value: Value | undefined): number {
  if (value === undefined) return 0;
  if (value.kind === 'fields') return vectorLength(value.fields['msg_iov']);
  if (value.kind !== 'list') return 0;
  const [base, length] = value.items;
  if (value.items.length === 2 && base?.kind === 'any' && length?.kind === 'number') {
    return length.number;
  }
  return value.items.reduce((sum, item) => sum + vectorLength(item), 0);
}
