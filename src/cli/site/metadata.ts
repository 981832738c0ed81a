import { tagsOf, type Page } from './pages.ts';

/** What a page must say about itself so that browsers, readers and search engines can use it. */
export function metadataProblems({ html }: Page): readonly string[] {
  const tags = tagsOf(html);
  const has = (name: string, attribute?: string, value?: string) =>
    tags.some(
      (tag) =>
        tag.name === name &&
        (attribute === undefined || (tag.attributes[attribute] ?? '') !== '') &&
        (value === undefined || tag.attributes[attribute ?? ''] === value),
    );
  const headings = tags.filter(({ name }) => name === 'h1').length;
  return [
    has('html', 'lang') ? '' : 'does not say its language',
    has('title') ? '' : 'has no title',
    has('meta', 'name', 'description') ? '' : 'has no description',
    has('meta', 'name', 'viewport') ? '' : 'has no viewport',
    headings === 1 ? '' : `has ${headings} headings of the first level`,
  ].filter((problem) => problem !== '');
}
