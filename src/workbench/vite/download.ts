import { gzipSync } from 'node:zlib';
import type { Rolldown } from 'vite';
import { closureOf } from './closure.ts';

/** A file of the editor's download. `wire` is its size when compressed with gzip, in octets. */
export interface DownloadFile {
  readonly url: string;
  readonly bytes: number;
  readonly wire: number;
}

/** What a learner may have to fetch: either editor, and TypeScript for the light one. */
export type DownloadPart = 'full' | 'light' | 'types';

export type Downloads = Readonly<Record<DownloadPart, readonly DownloadFile[]>>;

const FULL = /\/src\/workbench\/editor\/full\/monaco\.ts$/;
const LIGHT = /\/src\/workbench\/editor\/light\/light-editor\.ts$/;
const WORKERS = /\/(ts|editor)\.worker-[^/]*\.js$/;
const TYPESCRIPT = /\/ts\.worker-[^/]*\.js$/;

/** Smaller files are not worth a request of their own ahead of time, octets. */
const LEAST = 20_000;

/**
 * The scripts that opening an editor fetches: its chunks and what they import at once, for Monaco
 * what it imports later too, and its two workers; and TypeScript’s worker by itself.
 */
export function downloadsOf(bundle: Rolldown.OutputBundle, base: string): Downloads {
  const workers = Object.keys(bundle).filter((name) => WORKERS.test(`/${name}`));
  const list = (names: readonly string[]) =>
    [...new Set(names)]
      .map((name) => sized(name, bundle[name], base))
      .filter((file) => file.bytes > LEAST);
  return {
    full: list([...chunksOf(bundle, FULL, 'all'), ...workers]),
    light: list(chunksOf(bundle, LIGHT, 'at once')),
    types: list(workers.filter((name) => TYPESCRIPT.test(`/${name}`))),
  };
}

function chunksOf(
  bundle: Rolldown.OutputBundle,
  module: RegExp,
  imports: 'all' | 'at once',
): readonly string[] {
  return Object.values(bundle)
    .filter((file) => file.type === 'chunk' && file.moduleIds.some((id) => module.test(id)))
    .flatMap((file) => closureOf(bundle, file.fileName, imports))
    .map(({ fileName }) => fileName);
}

function sized(
  name: string,
  file: Rolldown.OutputAsset | Rolldown.OutputChunk | undefined,
  base: string,
): DownloadFile {
  const content = file?.type === 'chunk' ? file.code : (file?.source ?? '');
  const raw = Buffer.from(content);
  return { url: base + name, bytes: raw.length, wire: gzipSync(raw).length };
}
