import { isText, isWithin, type Limit } from '../model/limits.ts';
import type { HostName } from '../model/setup.ts';
import { fromBase64Url } from './base64.ts';
import { isHostName } from './write.ts';

/** The fields of one part of an address, taken one after the other. What is wrong throws RangeError. */
export interface Fields {
  /** The next field as it stands. */
  next(): string;
  number(limit: Limit): number;
  host(): HostName;
  /** A connection's name: `40001`, `8001.1`. */
  conn(): string;
  /** A transmission's name: `A3`, `B1'`. */
  segment(): string;
  text(): string;
  /** All that are left. */
  rest(): readonly string[];
  /** Nothing may be left. */
  end(): void;
}

/** Says that an address is none of ours. */
export function bad(what: string): never {
  throw new RangeError(what);
}

/** A number in base 36, spelled as we spell it. */
export function numberOf(text: string, limit: Limit): number {
  if (!/^(0|[1-9a-z][0-9a-z]{0,6})$/.test(text)) bad(`no number: ${text}`);
  const n = Number.parseInt(text, 36);
  return isWithin(limit, n) ? n : bad(`${n} is no ${limit}`);
}

/** Text that an address carries. */
export function textOf(field: string): string {
  const text = fromBase64Url(field);
  return text !== null && isText(text) ? text : bad('no text');
}

const CONN = /^[1-9]\d{0,4}(\.[1-9]\d{0,2})?$/;
const SEGMENT = /^([A-DN]\d{1,4}|R[1-3]\d{1,4}|old\d{1,3})'{0,4}$/;

/** Opens a part of an address. */
export function fieldsOf(part: string): Fields {
  const fields = part.split('.');
  let place = 0;
  const next = () => fields[place++] ?? bad('a field is missing');
  const named = (pattern: RegExp) => {
    const name = next().replaceAll('_', '.').replaceAll('-', "'");
    return pattern.test(name) ? name : bad(`no name: ${name}`);
  };
  return {
    next,
    number: (limit) => numberOf(next(), limit),
    host() {
      const name = next();
      return isHostName(name) ? name : bad(`no host: ${name}`);
    },
    conn: () => named(CONN),
    segment: () => named(SEGMENT),
    text: () => textOf(next()),
    rest() {
      const all = fields.slice(place);
      place = fields.length;
      return all;
    },
    end: () => (place < fields.length ? bad('a field too many') : undefined),
  };
}
