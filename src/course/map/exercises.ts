const SOURCES = import.meta.glob<string>('../../../content/docs/**/*.mdx', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const EXERCISE = /<(?:Question|Predict|OrderSegments|WhichState|Numeric)\s[^>]*?\bid="/g;

/** How many exercises a chapter asks, by its id. */
export function exercisesIn(chapter: string): number {
  const text = SOURCES[`../../../content/docs/${chapter}.mdx`] ?? '';
  return [...text.matchAll(EXERCISE)].length;
}
