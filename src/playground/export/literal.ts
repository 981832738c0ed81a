/** Lines of our own files are no longer. */
const WIDTH = 100;

const KEY = /^[A-Za-z_$][\w$]*$/;

/** Plain data as TypeScript, set as our files are. `column`: where it begins in its line. */
export function literal(value: unknown, indent = '', column = indent.length): string {
  const short = inline(value);
  // Behind it comes a comma.
  if (!isOpen(value) && column + short.length < WIDTH) return short;
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    const isNumbers = value.every((item) => typeof item === 'number');
    const items = isNumbers
      ? filled(value, deeper)
      : value.map((item) => `${deeper}${literal(item, deeper)},\n`);
    return `[\n${items.join('')}${indent}]`;
  }
  if (typeof value !== 'object' || value === null) return short;
  const fields = Object.entries(value).map(([name, item]) => {
    const key = `${deeper}${spelled(name)}: `;
    return `${key}${literal(item, deeper, key.length)},\n`;
  });
  return `{\n${fields.join('')}${indent}}`;
}

/** Numbers stand as many to a line as there is room for. */
function filled(numbers: readonly number[], indent: string): readonly string[] {
  const lines: string[] = [];
  for (const n of numbers) {
    const line = lines.at(-1);
    if (line === undefined || line.length + ` ${n},`.length > WIDTH) lines.push(`${indent}${n},`);
    else lines[lines.length - 1] = `${line} ${n},`;
  }
  return lines.map((line) => `${line}\n`);
}

/** A list of records stands one to a line. */
const isOpen = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 1 && value.every((item) => typeof item === 'object');

const spelled = (name: string): string => (KEY.test(name) ? name : quoted(name));

function quoted(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  if (inner.includes("'") && !inner.includes('"')) return `"${inner}"`;
  return `'${inner.replaceAll("'", "\\'")}'`;
}

function inline(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const fields = Object.entries(value).map(([name, item]) => `${spelled(name)}: ${inline(item)}`);
  return `{ ${fields.join(', ')} }`;
}
