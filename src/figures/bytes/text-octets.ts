/* Octets as text that can be typed, and back: printable ASCII as it is, all else escaped. */

const NAMED: Readonly<Record<number, string>> = {
  9: String.raw`\t`,
  10: String.raw`\n`,
  13: String.raw`\r`,
  92: '\\\\',
};

const BACK: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', '\\': '\\' };

/** Octets as text: `GET /\r\n`, others than printable ASCII as `\xff`. */
export function textOf(octets: Uint8Array): string {
  return [...octets]
    .map((octet) => {
      const isPlain = octet >= 0x20 && octet < 0x7f && octet !== 92;
      const escaped = `\\x${octet.toString(16).padStart(2, '0')}`;
      return isPlain ? String.fromCharCode(octet) : (NAMED[octet] ?? escaped);
    })
    .join('');
}

/** The octets of such a text; letters beyond ASCII as UTF-8. A backslash that escapes nothing stays. */
export function octetsOfText(text: string): Uint8Array {
  const pieces = text.split(/(\\x[\da-f]{2}|\\[tnr\\])/i);
  const octets = pieces.flatMap((piece, n) => {
    if (n % 2 === 0) return [...new TextEncoder().encode(piece)];
    const hex = /^\\x(..)$/i.exec(piece)?.[1];
    if (hex !== undefined) return [Number.parseInt(hex, 16)];
    return [...new TextEncoder().encode(BACK[piece.slice(1)] ?? piece)];
  });
  return Uint8Array.from(octets);
}

/** Octets from hexadecimal digits, with or without spaces and colons; `null` if there is anything else. */
export function octetsOfHex(text: string): Uint8Array | null {
  const digits = text.replace(/[\s:]/g, '');
  if (digits.length % 2 !== 0 || /[^\da-f]/i.test(digits)) return null;
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
