import { expect, test } from 'vitest';

import { linkProblems } from './links.ts';

function problems(body: string, base = '/'): readonly string[] {
  const pages = [
    { path: 'index.html', html: `<h1 id="top">x</h1>${body}` },
    { path: 'a/b/index.html', html: '<h2 id="here">x</h2>' },
  ];
  const files = new Set([...pages.map(({ path }) => path), 'a/b/x.svg']);
  return linkProblems({ base, pages, files });
}

test.each([
  ['<a href="/a/b/">'],
  ['<a href="/a/b/#here">'],
  ['<a href="a/b/x.svg">'],
  ['<a href="#top">'],
  ['<a href="/a/b/#show=figure-6">'],
  ['<a href="https://www.rfc-editor.org/rfc/rfc9293">'],
  ['<script>"<a href=/nowhere/>"</script>'],
])('%s is good', (body) => {
  expect(problems(body)).toEqual([]);
});

test.each([
  ['<a href="/a/c/">', 'index.html: /a/c/ leads nowhere'],
  ['<a href="/a/b">', 'index.html: /a/b leads nowhere'],
  ['<a href="/a/b/#there">', 'index.html: /a/b/#there: no such place in a/b/index.html'],
  [
    '<img src="https://x.example/y.png">',
    'index.html: loads https://x.example/y.png from elsewhere',
  ],
])('%s is not', (body, problem) => {
  expect(problems(body)).toEqual([problem]);
});

test('under a base path every link carries it', () => {
  expect(problems('<a href="/courses/tcp/a/b/">', '/courses/tcp/')).toEqual([]);
  expect(problems('<a href="/a/b/">', '/courses/tcp/')).toEqual([
    'index.html: /a/b/ leads out of /courses/tcp/',
  ]);
});
