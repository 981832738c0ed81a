import { proxy, wrap, type Remote } from 'comlink';
import sandboxScript from 'virtual:sandbox-runtime';
import { cellHost, type CellHost } from '#sandbox/browser/host.ts';
import type { MineApi } from './mine.worker.ts';
import MineWorker from './mine.worker.ts?worker';
import type { Played, PlayRequest } from './play.ts';

/** A play bounds itself. If nothing comes back at all, it is ended after this, ms. */
const SILENCE = 40_000;

/**
 * Plays a scenario with the learner's TCP, in a worker and a sandbox that are there only for as long.
 * Rejects if the player itself fails.
 */
export async function playMine(request: PlayRequest, sandboxPage: string): Promise<Played> {
  const worker = new MineWorker();
  const cells = cellHost(sandboxPage, sandboxScript);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The player did not answer.')), SILENCE);
    worker.onerror = () => reject(new Error('The player could not be started.'));
  });
  try {
    const played = wrap<MineApi>(worker).play(request, proxy(cells) as unknown as Remote<CellHost>);
    return await Promise.race([played, silence]);
  } finally {
    clearTimeout(timer);
    worker.terminate();
    cells.closeAll();
  }
}
