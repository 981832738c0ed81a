/*
 * Plain data as text, octets included: they stand as `{ "octets": [104, 105] }`. Between a sandbox
 * in Node and its owner nothing else travels, since an object of one realm, handed to another, is a
 * way out of it. Suites are shipped in it.
 */

/** `value` as JSON. */
export function encode(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    each instanceof Uint8Array ? { octets: Array.from(each) } : each,
  );
}

/** Untrusted text may decode to anything. */
export function decode(text: string): unknown {
  return JSON.parse(text, (_key, each: unknown) =>
    isOctets(each) ? new Uint8Array(each.octets) : each,
  );
}

function isOctets(value: unknown): value is { octets: number[] } {
  const octets = (value as { octets?: unknown } | null)?.octets;
  return Array.isArray(octets) && Object.keys(value as object).length === 1;
}
