const MAX_TEXT = 2_000;
const MAX_ITEMS = 100;
const MAX_DEPTH = 4;

/** Any value as text, whatever it does when it is looked at; at most 2 000 characters. */
export function show(value: unknown): string {
  try {
    return cut(showValue(value, 0));
  } catch {
    return '(cannot be shown)';
  }
}

/** What is known of something that was thrown. */
export function describeError(error: unknown): { message: string; stack: string } {
  try {
    // Not `instanceof`: the error may come from another realm.
    const { name, message, stack } = Object(error) as Partial<Error>;
    if (typeof message !== 'string') return { message: show(error), stack: '' };
    return { message: cut(`${String(name)}: ${cut(message)}`), stack: cut(String(stack ?? '')) };
  } catch {
    return { message: '(cannot be shown)', stack: '' };
  }
}

/** At most 2 000 characters, copied: a slice would keep all of a huge text alive. */
export function cut(text: string): string {
  if (text.length <= MAX_TEXT) return text;
  return `${JSON.parse(JSON.stringify(text.slice(0, MAX_TEXT - 1))) as string}…`;
}

function showValue(value: unknown, depth: number): string {
  if (typeof value === 'string') return depth === 0 ? value : JSON.stringify(cut(value));
  if (typeof value === 'function') return `function ${value.name || '(no name)'}`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (depth === MAX_DEPTH) return '…';
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (value instanceof Uint8Array) return `Uint8Array(${value.length}) ${showList(value, depth)}`;
  if (Array.isArray(value)) return showList(value, depth);
  const parts = Object.entries(value)
    .slice(0, MAX_ITEMS)
    .map(([key, each]) => `${key}: ${showValue(each, depth + 1)}`);
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}

function showList(list: ArrayLike<unknown>, depth: number): string {
  const shown = Array.from({ length: Math.min(list.length, MAX_ITEMS) }, (_, i) =>
    showValue(list[i], depth + 1),
  );
  if (list.length > MAX_ITEMS) shown.push(`… ${list.length - MAX_ITEMS} more`);
  return `[${shown.join(', ')}]`;
}
