import { type Page, tagsOf } from './pages.ts';

/** An exercise asks: what it shows is its question. */
const EXERCISE = 'tcp-exercise';
const FIGURE = /<(tcp-[a-z]+)\b[\s\S]*?<\/\1>/g;

/**
 * What a page's figures lack without a script: something drawn or listed, and the same in words. Also
 * ids that stand twice: the parts of drawings refer to each other by them.
 */
export function figureProblems({ html }: Page): readonly string[] {
  const figures = [...html.matchAll(FIGURE)].flatMap(([text, name = '']) => {
    const tags = new Set(tagsOf(text).map((tag) => tag.name));
    return [
      tags.has('svg') || tags.has('table') || name === EXERCISE
        ? ''
        : `${name} shows nothing without a script`,
      tags.has('details') || tags.has('table') ? '' : `${name} has no form in words`,
    ];
  });
  return [...figures.filter((problem) => problem !== ''), ...doubledIds(html)];
}

function doubledIds(html: string): readonly string[] {
  const seen = new Set<string>();
  const doubled = tagsOf(html).flatMap(({ attributes: { id } }) => {
    if (id === undefined || !seen.has(id)) {
      if (id !== undefined) seen.add(id);
      return [];
    }
    return [id];
  });
  return [...new Set(doubled)].map((id) => `the id “${id}” stands twice`);
}
