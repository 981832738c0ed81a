import { gzipSync } from 'node:zlib';
import type { Rolldown } from 'vite';
import { closureOf } from './closure.ts';

/** A file of the editor's download. `wire` is its size when compressed with gzip, in octets. */
export interface DownloadFile {
  readonly url: string;
  readonly bytes: number;
  readonly wire: number;
}

const EDITOR = /\/src\/workbench\/editor\/monaco\.ts$/;
const WORKERS = /\/(ts|editor)\.worker-[^/]*\.js$/;

/** Smaller files are not worth a request of their own ahead of time, octets. */
const LEAST = 20_000;

/** The scripts that opening the editor fetches: its chunks, what they import, and its two workers. */
export function downloadOf(bundle: Rolldown.OutputBundle, base: string): readonly DownloadFile[] {
  const chunks = Object.values(bundle)
    .filter((file) => file.type === 'chunk' && file.moduleIds.some((id) => EDITOR.test(id)))
    .flatMap((file) => closureOf(bundle, file.fileName));
  const workers = Object.keys(bundle).filter((name) => WORKERS.test(`/${name}`));
  const names = new Set([...chunks.map(({ fileName }) => fileName), ...workers]);
  return [...names].map((name) => sized(name, bundle[name], base)).filter((f) => f.bytes > LEAST);
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
