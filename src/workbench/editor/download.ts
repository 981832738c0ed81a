import { files, type DownloadFile, type DownloadPart } from 'virtual:workbench-files';

/** How much of a download has arrived, in octets, roughly as they travel. */
export interface Arrived {
  readonly done: number;
  readonly total: number;
}

/** How large a download is, in octets, roughly as they travel; 0 where nobody knows. */
export function downloadSize(part: DownloadPart): number {
  return files[part].reduce((sum, file) => sum + file.wire, 0);
}

/**
 * Fetches files into the browser's cache, from where they are used after, because neither an
 * `import()` nor a worker tells how far it has got. Rejects if one does not come, or on `signal`.
 */
export async function download(
  part: DownloadPart,
  onArrived: (arrived: Arrived) => void,
  signal?: AbortSignal,
): Promise<void> {
  const wanted = files[part];
  const total = downloadSize(part);
  const shares = new Map(wanted.map(({ url }) => [url, 0]));
  const report = (url: string, share: number) => {
    shares.set(url, share);
    const done = wanted.reduce((sum, file) => sum + file.wire * (shares.get(file.url) ?? 0), 0);
    onArrived({ done, total });
  };
  onArrived({ done: 0, total });
  await Promise.all(wanted.map((file) => fetchFile(file, report, signal)));
}

async function fetchFile(
  { url, bytes }: DownloadFile,
  report: (url: string, share: number) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  const response = await fetch(url, { signal: signal ?? null });
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
