import { gzipSync } from 'node:zlib';
import type { Rolldown } from 'vite';

/** A file of the editor's download. `wire` is its size when compressed with gzip, in octets. */
export interface DownloadFile {
  readonly url: string;
  readonly bytes: number;
  readonly wire: number;
}

const EDITOR = /\/src\/workbench\/editor\/monaco\.ts$/;
const WORKERS = /\/(ts|editor)\.worker-[^/]*\.js$/;

/** Everything that opening the editor fetches: its chunks, what they import, and its two workers. */
export function downloadOf(bundle: Rolldown.OutputBundle, base: string): readonly DownloadFile[] {
  const names = new Set<string>();
  const follow = (name: string) => {
    const file = bundle[name];
    if (names.has(name) || file?.type !== 'chunk') return;
    names.add(name);
    for (const next of [...file.imports, ...file.dynamicImports]) {
      if (!isLanguage(next)) follow(next);
    }
  };
  for (const [name, file] of Object.entries(bundle)) {
    if (file.type === 'chunk' && file.moduleIds.some((id) => EDITOR.test(id))) follow(name);
    if (WORKERS.test(`/${name}`)) names.add(name);
  }
  return [...names].map((name) => sized(name, bundle[name], base)).filter((f) => f.bytes > LEAST);
}

/** Smaller files are not worth a request of their own ahead of time. */
const LEAST = 20_000;

/** Colouring rules are fetched by the editor itself, when it needs them. */
const isLanguage = (name: string) => /\/typescript-[^/]*\.js$/.test(name);

function sized(
  name: string,
  file: Rolldown.OutputAsset | Rolldown.OutputChunk | undefined,
  base: string,
): DownloadFile {
  const content = file?.type === 'chunk' ? file.code : (file?.source ?? '');
  const raw = Buffer.from(content);
  return { url: base + name, bytes: raw.length, wire: gzipSync(raw).length };
}
