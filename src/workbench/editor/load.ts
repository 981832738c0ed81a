import { files } from 'virtual:workbench-files';
import type { Editor, EditorOptions } from './editor.ts';

/** How much of the download has arrived, in octets as they travel. */
export interface Arrived {
  readonly done: number;
  readonly total: number;
}

/** How large the download is, roughly, in octets as they travel. */
export const downloadSize = files.reduce((sum, file) => sum + file.wire, 0);

/**
 * Fetches the editor and opens it. The files are fetched first and used from the browser's cache
 * after, because an `import()` tells nothing of how far it has got.
 */
export async function loadEditor(
  options: EditorOptions,
  onArrived: (arrived: Arrived) => void,
): Promise<Editor> {
  const shares = new Map(files.map(({ url }) => [url, 0]));
  const report = (url: string, share: number) => {
    shares.set(url, share);
    const done = files.reduce((sum, file) => sum + file.wire * (shares.get(file.url) ?? 0), 0);
    onArrived({ done, total: downloadSize });
  };
  await Promise.all(files.map(({ url, bytes }) => fetchFile(url, bytes, report)));
  const { openMonaco } = await import('./monaco.ts');
  return openMonaco(options);
}

async function fetchFile(
  url: string,
  bytes: number,
  report: (url: string, share: number) => void,
): Promise<void> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${String(response.status)}`);
  // What may not be kept would have to be fetched twice.
  if (response.headers.get('cache-control')?.includes('no-store')) {
    await response.body?.cancel();
    return;
  }
  const reader = response.body?.getReader();
  let got = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done) break;
    got += value.length;
    report(url, Math.min(1, got / bytes));
  }
  report(url, 1);
}
