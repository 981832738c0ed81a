import { long } from '#tcp/octets.ts';
import { viewOf } from './bytes.ts';
import { sum } from './checksum.ts';

/** The four or sixteen octets of an address in its usual spelling; `null` if it is none. */
export function parseAddress(text: string): Uint8Array | null {
  return text.includes(':') ? parseIpv6Address(text) : parseIpv4Address(text);
}

/** An address that was read before: its octets, not to be written to, and their sum (`sum`). */
export interface KnownAddress {
  readonly octets: Uint8Array;
  readonly sum: number;
}

/** More addresses than this are not remembered: then it begins anew. */
const REMEMBERED = 4096;
const known = new Map<string, KnownAddress>();

/** Like `parseAddress`, for those who ask for the same few addresses again and again. */
export function knownAddress(text: string): KnownAddress | null {
  const found = known.get(text);
  if (found !== undefined) return found;
  const octets = parseAddress(text);
  if (octets === null) return null;
  if (known.size >= REMEMBERED) known.clear();
  const address = { octets, sum: sum(octets) };
  known.set(text, address);
  return address;
}

const spelled = new Map<number, string>();

/**
 * The four octets at `at` as `10.77.0.1`: the same string for the same address, so that looking it up
 * is quick.
 */
export function formatIpv4Address(octets: Uint8Array, at = 0): string {
  const number = long(octets, at);
  const found = spelled.get(number);
  if (found !== undefined) return found;
  if (spelled.size >= REMEMBERED) spelled.clear();
  const text = octets.subarray(at, at + 4).join('.');
  spelled.set(number, text);
  return text;
}

/** Four octets as `10.77.0.1`, sixteen as RFC 5952 spells IPv6. Throws RangeError on other lengths. */
export function formatAddress(octets: Uint8Array): string {
  if (octets.length === 4) return formatIpv4Address(octets);
  if (octets.length === 16) return formatIpv6Address(octets);
  throw new RangeError(`an address has 4 or 16 octets, not ${octets.length}`);
}

function parseIpv4Address(text: string): Uint8Array | null {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part))) return null;
  const octets = parts.map(Number);
  return octets.every((octet) => octet <= 255) ? Uint8Array.from(octets) : null;
}

function parseIpv6Address(text: string): Uint8Array | null {
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const groups = halves.map(groupsOf);
  const [head, tail] = groups;
  if (head === undefined || head === null || tail === null) return null;
  const rest = tail ?? [];
  const missing = 8 - head.length - rest.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null;
  const words = [...head, ...Array<number>(missing).fill(0), ...rest];
  const octets = new Uint8Array(16);
  words.forEach((word, i) => viewOf(octets).setUint16(2 * i, word));
  return octets;
}

/** The 16-bit groups of one side of `::`; the last one may be an IPv4 address. */
function groupsOf(text: string): number[] | null {
  if (text === '') return [];
  const words: number[] = [];
  const parts = text.split(':');
  for (const [i, part] of parts.entries()) {
    const v4 = i === parts.length - 1 && part.includes('.') ? parseIpv4Address(part) : null;
    if (v4 !== null) words.push(viewOf(v4).getUint16(0), viewOf(v4).getUint16(2));
    else if (/^[\da-f]{1,4}$/i.test(part)) words.push(Number.parseInt(part, 16));
    else return null;
  }
  return words;
}

/** RFC 5952: lower case, no leading zeros, the longest run of two or more zero groups as `::`. */
function formatIpv6Address(octets: Uint8Array): string {
  const view = viewOf(octets);
  const words = Array.from({ length: 8 }, (_, i) => view.getUint16(2 * i));
  let run = { start: 0, length: 1 };
  for (let start = 0; start < 8; start++) {
    let length = 0;
    while (words[start + length] === 0) length++;
    if (length > run.length) run = { start, length };
  }
  const hex = (some: readonly number[]) => some.map((word) => word.toString(16)).join(':');
  if (run.length < 2) return hex(words);
  return `${hex(words.slice(0, run.start))}::${hex(words.slice(run.start + run.length))}`;
}
