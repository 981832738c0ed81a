import type { Seq } from '#tcp';

/** How the numbers of a figure are written. */
export interface Numbers {
  /** A sequence number in full, as tools print it: `4294967295` or `0xffffffff`. */
  seq(value: Seq): string;
  /** How many: grouped as the language does. */
  count(n: number): string;
}

/** The numbers of a language (BCP 47), in hexadecimal or in decimal. */
export function numbersIn(lang: string, hex: boolean): Numbers {
  const format = new Intl.NumberFormat(lang);
  return {
    seq: (value) => (hex ? `0x${value.toString(16).padStart(8, '0')}` : String(value)),
    count: (n) => format.format(n),
  };
}

/**
 * A number as a reader types it: decimal or, after `0x`, hexadecimal; spaces, commas and underscores
 * may group the digits. `null` if it is not a whole number from 0 to `most`.
 */
export function readNumber(text: string, most: number): number | null {
  const digits = text.replace(/[\s,_’']/g, '');
  if (!/^(?:\d{1,16}|0x[0-9a-f]{1,12})$/i.test(digits)) return null;
  const value = Number(digits);
  return value <= most ? value : null;
}
