/**
 * A number as a reader writes it: `4294967295`, `4 294 967 295`, `65,535`, `64.6`, `64,6`, `0x10`, with
 * its unit or without. `null` if it is none.
 */
export function readNumber(text: string, unit = ''): number | null {
  const words = text.trim().toLowerCase();
  const end = unit.toLowerCase();
  const bare = end !== '' && words.endsWith(end) ? words.slice(0, -end.length) : words;
  const digits = bare.replace(/[\s_'’]/g, '');
  if (/^0x[\da-f]+$/.test(digits)) return Number(digits);
  const plain = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits)
    ? digits.replaceAll(',', '')
    : digits.replace(',', '.');
  return /^[-+]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
