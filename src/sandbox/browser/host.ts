import { transfer } from 'comlink';
import { openCell, type Cell } from './frame.ts';

/** A sandbox as the page hands it out: a name to end it by, and the only way in. */
export interface OpenedCell {
  readonly id: number;
  readonly port: MessagePort;
}

/**
 * Opens and ends sandboxes for the judge, which cannot: a frame belongs to a document. One spare
 * stands ready, so that a run does not wait for a frame.
 */
export interface CellHost {
  /** Rejects if the frame does not load, or after `closeAll()`. */
  open(): Promise<OpenedCell>;
  close(id: number): void;
  /** Has the spare ready. */
  warm(): Promise<void>;
  closeAll(): void;
}

/** Opens cells with the frame at `page` and the worker whose script is `source`. */
export function cellHost(page: string, source: string): CellHost {
  const open = new Map<number, Cell>();
  let spare: Promise<Cell> | null = null;
  let ended = false;
  let next = 0;

  function fill(): Promise<Cell> {
    if (ended) return Promise.reject(new Error('All sandboxes were ended.'));
    if (spare !== null) return spare;
    const made = openCell(page, source).catch((error: unknown) => {
      if (spare === made) spare = null;
      throw error;
    });
    spare = made;
    return made;
  }

  return {
    async open() {
      const taken = fill();
      spare = null;
      const cell = await taken;
      // Nobody waits for it any more, and nobody else knows of it.
      if (ended) {
        cell.destroy();
        throw new Error('All sandboxes were ended.');
      }
      const id = next++;
      open.set(id, cell);
      return transfer({ id, port: cell.port }, [cell.port]);
    },
    close(id) {
      open.get(id)?.destroy();
      open.delete(id);
    },
    async warm() {
      await fill();
    },
    closeAll() {
      ended = true;
      for (const cell of open.values()) cell.destroy();
      open.clear();
      void spare?.then(
        (cell) => cell.destroy(),
        () => undefined,
      );
      spare = null;
    },
  };
}
