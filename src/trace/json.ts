import type { Trace } from './trace.ts';

/** How octets stand in the JSON form: `{ "octets": "68656c6c6f" }`, two hexadecimal digits each. */
interface Octets {
  readonly octets: string;
}

/** Octets stand there alone: a scenario says by the same name, among others, how it is played. */
const isOctets = (value: object): value is Octets =>
  typeof (value as Octets).octets === 'string' && Object.keys(value).length === 1;

/** Plain data that may hold octets as JSON. */
export function toJson(data: unknown): string {
  return JSON.stringify(data, (_key, value: unknown) =>
    value instanceof Uint8Array
      ? { octets: Array.from(value, (octet) => octet.toString(16).padStart(2, '0')).join('') }
      : value,
  );
}

/** What `toJson` wrote. Throws SyntaxError on text that is no JSON. */
export function fromJson(text: string): unknown {
  return withValues(JSON.parse(text));
}

/**
 * Puts octets where their JSON form stands, and values of the table where `{ "_": 3 }` points at one.
 * By hand: a reviver takes several times as long.
 */
export function withValues(value: unknown, table?: readonly unknown[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isOctets(value)) return octetsFrom(value);
  const record = value as Record<string, unknown>;
  if (table !== undefined && typeof record['_'] === 'number') return table[record['_']];
  for (const key of Object.keys(record)) {
    const before = record[key];
    if (typeof before !== 'object' || before === null) continue;
    const after = withValues(before, table);
    // Under this name nothing can be put by assignment, and no record of ours has it.
    if (after !== before && key !== '__proto__') record[key] = after;
  }
  return record;
}

function octetsFrom({ octets }: Octets): Uint8Array {
  const bytes = new Uint8Array(octets.length >> 1);
  for (let i = 0; i < bytes.length; i += 1) {
    bytes[i] = Number.parseInt(octets.slice(2 * i, 2 * i + 2), 16);
  }
  return bytes;
}

/** The Trace as JSON. */
export function traceToJson(trace: Trace): string {
  return toJson(trace);
}

/** Thrown for JSON that is no Trace, or one of a version that this cannot read. */
export class TraceJsonError extends Error {
  override readonly name = 'TraceJsonError';
}

/** The Trace that `traceToJson` wrote. Throws SyntaxError on text that is no JSON, else TraceJsonError. */
export function traceFromJson(text: string): Trace {
  const value = fromJson(text);
  if (typeof value !== 'object' || value === null || !('version' in value)) {
    throw new TraceJsonError('This is no Trace: it has no version.');
  }
  if (value.version !== 1) {
    const version = JSON.stringify(value.version);
    throw new TraceJsonError(`A Trace of version ${version} is unknown: this reads version 1.`);
  }
  const { hosts, entries, end } = value as Partial<Trace>;
  if (!Array.isArray(hosts) || !Array.isArray(entries) || typeof end !== 'number') {
    throw new TraceJsonError('This is no Trace: hosts, entries or the end are missing.');
  }
  return value as Trace;
}
