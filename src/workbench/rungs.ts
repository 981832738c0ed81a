/** One hint: its heading as text, and what follows as HTML. */
export interface Rung {
  readonly title: string;
  readonly html: string;
}

const HEADING = /<h2\b[^>]*>([\s\S]*?)<\/h2>/;

/** Cuts rendered hints at their `##` headings. What stands before the first belongs to none. */
export function rungsOf(html: string): readonly Rung[] {
  const parts = html.split(/(?=<h2\b)/).filter((part) => part.startsWith('<h2'));
  return parts.map((part) => {
    const title = HEADING.exec(part)?.[1] ?? '';
    return { title: title.replace(/<[^>]*>/g, '').trim(), html: part.replace(HEADING, '').trim() };
  });
}
