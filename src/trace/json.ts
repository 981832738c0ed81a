import type { Trace } from './trace.ts';

/** How octets stand in the JSON form: `{ "octets": "68656c6c6f" }`, two hexadecimal digits each. */
interface Octets {
  readonly octets: string;
}

const isOctets = (value: unknown): value is Octets =>
  typeof value === 'object' && value !== null && typeof (value as Octets).octets === 'string';

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
  return JSON.parse(text, (_key, value: unknown) =>
    isOctets(value)
      ? Uint8Array.from(value.octets.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
      : value,
  );
}

/** The Trace as JSON. */
export function traceToJson(trace: Trace): string {
  return toJson(trace);
}

/** The Trace that `traceToJson` wrote. Throws SyntaxError on text that is no JSON. */
export function traceFromJson(text: string): Trace {
  return fromJson(text) as Trace;
}
