import type { Rolldown } from 'vite';
import { expect, it } from 'vitest';
import { downloadOf } from './download.ts';

const chunk = (fileName: string, size: number, more: object = {}) => ({
  ...{ type: 'chunk', fileName, code: 'x'.repeat(size), moduleIds: [], imports: [] },
  ...{ dynamicImports: [], ...more },
});

const bundle = {
  'a/page.js': chunk('a/page.js', 30_000, { dynamicImports: ['a/monaco.js'] }),
  'a/monaco.js': chunk('a/monaco.js', 50_000, {
    moduleIds: ['/src/workbench/editor/monaco.ts'],
    imports: ['a/core.js'],
    dynamicImports: ['a/small.js'],
  }),
  'a/core.js': chunk('a/core.js', 40_000, { imports: ['a/monaco.js'] }),
  'a/small.js': chunk('a/small.js', 100),
  'a/ts.worker-1a2B.js': {
    type: 'asset',
    fileName: 'a/ts.worker-1a2B.js',
    source: 'y'.repeat(60_000),
  },
  'a/judge.worker-1a2B.js': {
    type: 'asset',
    fileName: 'a/judge.worker-1a2B.js',
    source: 'z'.repeat(60_000),
  },
} as unknown as Rolldown.OutputBundle;

it('lists what opening the editor fetches, and nothing of the page', () => {
  const files = downloadOf(bundle, '/courses/tcp/');
  expect(files.map(({ url, bytes }) => [url, bytes])).toEqual([
    ['/courses/tcp/a/monaco.js', 50_000],
    ['/courses/tcp/a/core.js', 40_000],
    ['/courses/tcp/a/ts.worker-1a2B.js', 60_000],
  ]);
  expect(files.every(({ wire, bytes }) => wire < bytes)).toBe(true);
});
