import type { Value } from '#sandbox/value.ts';
import type { Ctl } from '#tcp';
import type { Translator } from '#text/text.ts';
import { bitsWords } from './words-of.ts';

/** So much of a list of octets is shown: an IPv4 header and the 8 octets behind it. */
const MOST_OCTETS = 28;

/** A call as one would write it: `lt(4294967295, 0)`. A segment stands in words. */
export function callWords(name: string, args: readonly Value[], t: Translator): string {
  return `${name}(${args.map((each) => valueWords(each, t)).join(', ')})`;
}

/** A value in words. */
export function valueWords(value: Value, t: Translator): string {
  if (typeof value === 'string') return `'${value}'`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof Uint8Array) return octetsWords(value);
  if (isList(value)) return `[${value.map((each) => valueWords(each, t)).join(', ')}]`;
  if (isSegment(value)) return `‹${partsOf(value, t)}›`;
  const parts = Object.entries(value).map(([name, each]) => `${name}: ${valueWords(each, t)}`);
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}

type SegmentValue = { readonly [name: string]: Value } & {
  readonly ctl: Ctl & { readonly [name: string]: Value };
  readonly data: Uint8Array;
};

/** Control bits, the numbers that it has, and how much text. */
function partsOf({ ctl, data, ...numbers }: SegmentValue, t: Translator): string {
  const parts = [bitsWords(ctl, t)];
  for (const [name, each] of Object.entries(numbers)) parts.push(`${name}=${valueWords(each, t)}`);
  if (data.length > 0) parts.push(t('verdict.with-octets', { n: data.length }));
  return parts.join(' ');
}

function isSegment(value: { readonly [name: string]: Value }): value is SegmentValue {
  const { ctl } = value;
  return typeof ctl === 'object' && ctl !== null && value.data instanceof Uint8Array;
}

function isList(value: object): value is readonly Value[] {
  return Array.isArray(value);
}

function octetsWords(value: Uint8Array): string {
  const shown = [...value.subarray(0, MOST_OCTETS)].map((each) =>
    each.toString(16).padStart(2, '0'),
  );
  const length = value.length > MOST_OCTETS ? ` … ${value.length}` : '';
  return `[${shown.join(' ')}${length}]`;
}
