import { proxy, wrap, type Remote } from 'comlink';
import sandboxScript from 'virtual:sandbox-runtime';
import { cellHost, type CellHost } from '#sandbox/browser/host.ts';
import type { ShipPlank } from '#sandbox/sandbox.ts';
import type { Sailed } from '../sea-trial/sail.ts';
import type { MineApi } from './mine.worker.ts';
import MineWorker from './mine.worker.ts?worker';
import type { Played, PlayRequest } from './play.ts';

/** A play bounds itself. If nothing is heard at all for so long, it is ended, ms. */
const SILENCE = 40_000;

/**
 * Plays a scenario with the learner's TCP, in a worker and a sandbox that are there only for as long.
 * Rejects if the player itself fails.
 */
export function playMine(request: PlayRequest, sandboxPage: string): Promise<Played> {
  return withPlayer(sandboxPage, (api, cells) => api.play(request, cells));
}

/**
 * Sends the learner's TCP on a sea trial. `heard` is told of each voyage, and says whether there is to
 * be another. Rejects if the player itself fails.
 */
export function sailMine(
  planks: readonly ShipPlank[],
  sandboxPage: string,
  heard: (sailed: Sailed) => boolean,
): Promise<void> {
  return withPlayer(sandboxPage, (api, cells, alive) => {
    const told = (sailed: Sailed) => {
      alive();
      return heard(sailed);
    };
    return api.sail(planks, cells, proxy(told) as unknown as Parameters<MineApi['sail']>[2]);
  });
}

/** Does something with a player, which is there only for as long. */
async function withPlayer<T>(
  sandboxPage: string,
  use: (api: Remote<MineApi>, cells: Remote<CellHost>, alive: () => void) => Promise<T>,
): Promise<T> {
  const worker = new MineWorker();
  const cells = cellHost(sandboxPage, sandboxScript);
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      const alive = () => {
        clearTimeout(timer);
        timer = setTimeout(() => reject(new Error('The player did not answer.')), SILENCE);
      };
      alive();
      worker.onerror = () => reject(new Error('The player could not be started.'));
      use(wrap<MineApi>(worker), proxy(cells) as unknown as Remote<CellHost>, alive).then(
        resolve,
        reject,
      );
    });
  } finally {
    clearTimeout(timer);
    worker.terminate();
    cells.closeAll();
  }
}
