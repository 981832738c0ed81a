import { formatAddress } from '#wire/address.ts';
import { readBits } from '#wire/bits.ts';
import type { Field } from '#wire/fields/map.ts';
import type { Translator } from '#text/text.ts';
import { factOf } from './facts.ts';
import { hexText } from './hex.ts';
import { isSame } from './history.ts';
import { octetsOf } from './model.ts';
import { textOf } from './text-octets.ts';

/** So many octets of a long field are written out. */
const MOST_OCTETS = 16;
const MOST_TEXT = 60;
/** The largest shift count that counts (RFC 7323 §2.3). */
const MAX_SHIFT = 14;

/** The octets that a field lies in. */
export function fieldOctets(octets: Uint8Array, field: Field): Uint8Array {
  return octets.subarray(...octetsOf(field));
}

/** The number in a field of at most 48 bits. */
export function numberIn(octets: Uint8Array, { bit, bits }: Field): number {
  return readBits(octets, bit, bits);
}

/** Is a field another than it was? Its octets may hold bits of others as well. */
export function differs(before: Uint8Array, after: Uint8Array, field: Field): boolean {
  return field.bits <= 48
    ? numberIn(before, field) !== numberIn(after, field)
    : !isSame(fieldOctets(before, field), fieldOctets(after, field));
}

/** A field's value as it is typed: `100`, `0xd014`, `10.77.0.1`, `GET /\r\n`. */
export function typedValue(octets: Uint8Array, field: Field): string {
  const own = fieldOctets(octets, field);
  switch (factOf(field.name).spelling) {
    case 'mac':
      return hexText(own).replaceAll(' ', ':');
    case 'ipv4':
    case 'ipv6':
      return formatAddress(own);
    case 'hex':
      return hexNumber(numberIn(octets, field), field.bits);
    case 'text':
      return textOf(own);
    case 'octets':
      return hexText(own);
    default:
      return String(numberIn(octets, field));
  }
}

/** The same for reading: with what the number means, long ones cut. Plain text. */
export function shownValue(octets: Uint8Array, field: Field, t: Translator): string {
  const typed = typedValue(octets, field);
  switch (factOf(field.name).spelling) {
    case 'words':
      return t('bytes.value.words', { n: typed, octets: Number(typed) * 4 });
    case 'shift': {
      const shift = Number(typed);
      const factor = 2 ** Math.min(shift, MAX_SHIFT);
      return t(shift > MAX_SHIFT ? 'bytes.value.large-shift' : 'bytes.value.shift', {
        ...{ n: shift, factor },
      });
    }
    case 'text': {
      const own = fieldOctets(octets, field);
      const cut = own.length > MOST_TEXT;
      return t(cut ? 'bytes.value.text-cut' : 'bytes.value.text', {
        text: textOf(own.subarray(0, MOST_TEXT)),
      });
    }
    case 'octets':
      return hexText(fieldOctets(octets, field), MOST_OCTETS);
    default: {
      const name = nameOfValue(field, numberIn(octets, field), t);
      return name === null ? typed : t('bytes.value.named', { value: typed, name });
    }
  }
}

/** What a number stands for, where it has a name: protocol 6 is TCP. */
function nameOfValue({ name, option }: Field, value: number, t: Translator): string | null {
  const key = `bytes.named.${name}.${value}`;
  if (t.has(key)) return t(key);
  return name === 'tcp.kind' && option !== undefined ? t(`bytes.option.${option}`) : null;
}

/** A number in hexadecimal with as many digits as its bits have: `0x0800`. */
export function hexNumber(value: number, bits: number): string {
  return `0x${value.toString(16).padStart(Math.ceil(bits / 4), '0')}`;
}
