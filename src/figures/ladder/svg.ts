/** Text made safe for the inside of an element or a quoted attribute. */
export function escapeText(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** A coordinate with one decimal, without a trailing zero. */
export function px(n: number): string {
  return String(Math.round(n * 10) / 10);
}

/** A point of a path. */
export function xy(x: number, y: number): string {
  return `${px(x)} ${px(y)}`;
}

/** A group with a class, or nothing if it would be empty. */
export function group(name: string, content: string): string {
  return content === '' ? '' : `<g class="${name}">${content}</g>`;
}
