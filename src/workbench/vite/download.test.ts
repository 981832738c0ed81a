import type { Rolldown } from 'vite';
import { expect, it } from 'vitest';
import { downloadsOf } from './download.ts';

const chunk = (fileName: string, size: number, more: object = {}) => ({
  ...{ type: 'chunk', fileName, code: 'x'.repeat(size), moduleIds: [], imports: [] },
  ...{ dynamicImports: [], ...more },
});

const bundle = {
  'a/page.js': chunk('a/page.js', 30_000, { dynamicImports: ['a/monaco.js', 'a/light.js'] }),
  'a/monaco.js': chunk('a/monaco.js', 50_000, {
    moduleIds: ['/src/workbench/editor/full/monaco.ts'],
    imports: ['a/core.js'],
    dynamicImports: ['a/small.js'],
  }),
  'a/light.js': chunk('a/light.js', 70_000, {
    moduleIds: ['/src/workbench/editor/light/light-editor.ts'],
    imports: ['a/shared.js'],
    dynamicImports: ['a/vim.js'],
  }),
  'a/shared.js': chunk('a/shared.js', 30_000),
  'a/vim.js': chunk('a/vim.js', 90_000),
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

const list = (files: readonly { url: string; bytes: number }[]) =>
  files.map(({ url, bytes }) => [url, bytes]);

it('lists what opening the full editor fetches, and nothing of the page', () => {
  const { full } = downloadsOf(bundle, '/courses/tcp/');
  expect(list(full)).toEqual([
    ['/courses/tcp/a/monaco.js', 50_000],
    ['/courses/tcp/a/core.js', 40_000],
    ['/courses/tcp/a/ts.worker-1a2B.js', 60_000],
  ]);
  expect(full.every(({ wire, bytes }) => wire < bytes)).toBe(true);
});

it('lists what the light editor fetches at once, and the type checker by itself', () => {
  const { light, types } = downloadsOf(bundle, '/');
  expect(list(light)).toEqual([
    ['/a/light.js', 70_000],
    ['/a/shared.js', 30_000],
  ]);
  expect(list(types)).toEqual([['/a/ts.worker-1a2B.js', 60_000]]);
});
