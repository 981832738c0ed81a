import { PlankError } from '#tcp';
import { show } from './show.ts';

/** Plain data: what a plank that is a function takes and gives. It survives every border. */
export type Value =
  | null
  | boolean
  | number
  | string
  | Uint8Array
  | readonly Value[]
  | { readonly [name: string]: Value };

const MAX_DEPTH = 8;
const MAX_PARTS = 1_000;

/**
 * A copy of plain data, octets included. A field that is `undefined` counts as missing. Throws a
 * PlankError where `value`, which `what` names, is something else or has too many parts.
 */
export function plainValue(what: string, value: unknown): Value {
  let parts = 0;
  const copy = (each: unknown, depth: number): Value => {
    if (++parts > MAX_PARTS || depth > MAX_DEPTH) throw new PlankError(`${what} has no end`);
    if (each === null || typeof each === 'boolean' || typeof each === 'string') return each;
    if (typeof each === 'number' && Number.isFinite(each)) return each;
    if (each instanceof Uint8Array) return new Uint8Array(each);
    if (Array.isArray(each)) return each.map((one) => copy(one, depth + 1));
    if (typeof each !== 'object')
      throw new PlankError(`${what} ${depth > 0 ? 'has' : 'is'} ${named(each)}`);
    const fields = Object.entries(each).filter(([, one]) => one !== undefined);
    return Object.fromEntries(fields.map(([name, one]) => [name, copy(one, depth + 1)]));
  };
  return copy(value, 0);
}

function named(value: unknown): string {
  return typeof value === 'bigint' ? `${value}n` : show(value);
}
