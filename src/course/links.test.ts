import { expect, it } from 'vitest';
import { prefixed } from './links.ts';

it.each([
  ['/labs/listen/', '/', '/labs/listen/'],
  ['/labs/listen/', '/courses/tcp/', '/courses/tcp/labs/listen/'],
  ['/', '/courses/tcp/', '/courses/tcp/'],
  ['#above', '/courses/tcp/', '#above'],
  ['../other/', '/courses/tcp/', '../other/'],
  ['//example.org/', '/courses/tcp/', '//example.org/'],
  ['https://www.rfc-editor.org/rfc/rfc9293', '/a/', 'https://www.rfc-editor.org/rfc/rfc9293'],
])('%s under %s is %s', (href, base, expected) => {
  expect(prefixed(href, base)).toBe(expected);
});
