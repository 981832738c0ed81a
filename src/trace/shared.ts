import { toJson, withValues } from './json.ts';

/**
 * JSON in which a value that stands in many places is written once: `table` holds such values, each
 * after those that stand in it, and `{ "_": 3 }` stands for the fourth. A long Trace says most of its
 * segments three times: so it is little more than half as long, and is read in half the time.
 */
interface Shared {
  readonly table: readonly unknown[];
  readonly data: unknown;
}

/** What is shorter than this is written again rather than pointed at: characters. */
const SHORT = 40;
const POINTER = /\{"_":(\d+)\}/g;

/**
 * Plain data that may hold octets, as JSON that says nothing long twice.
 * @throws RangeError if a field is called `_`: it would be taken for a pointer
 */
export function toSharedJson(data: unknown): string {
  const ids = new Map<string, number>();
  /** Each value with pointers for all that stands in it, and how often it stands somewhere. */
  const values: { readonly text: string; uses: number }[] = [];
  const read = (value: unknown): string => {
    if (typeof value !== 'object' || value === null) return toJson(value);
    const text = textOf(value, read);
    const id = ids.get(text) ?? values.push({ text, uses: 0 }) - 1;
    ids.set(text, id);
    const known = values[id];
    if (known !== undefined) known.uses += 1;
    return `{"_":${id}}`;
  };
  const root = read(data);

  const table: string[] = [];
  const written: string[] = [];
  const write = (text: string) => text.replace(POINTER, (_all, id) => written[Number(id)] ?? '');
  for (const { text, uses } of values) {
    const whole = write(text);
    const isShared = uses > 1 && whole.length >= SHORT;
    written.push(isShared ? `{"_":${table.push(whole) - 1}}` : whole);
  }
  return `{"table":[${table.join(',')}],"data":${write(root)}}`;
}

function textOf(value: object, read: (value: unknown) => string): string {
  if (value instanceof Uint8Array) return toJson(value);
  if (Array.isArray(value)) return `[${value.map((each) => read(each ?? null)).join(',')}]`;
  const fields = Object.entries(value as Record<string, unknown>);
  const said = fields.filter(([, each]) => each !== undefined);
  if (said.some(([name]) => name === '_')) throw new RangeError('A field may not be called “_”.');
  return `{${said.map(([name, each]) => `${toJson(name)}:${read(each)}`).join(',')}}`;
}

/**
 * What `toSharedJson` wrote; a value that stood in many places is one value.
 * @throws SyntaxError on text that is no JSON
 */
export function fromSharedJson(text: string): unknown {
  const { table, data } = JSON.parse(text) as Shared;
  const known: unknown[] = [];
  for (const value of table) known.push(withValues(value, known));
  return withValues(data, known);
}
