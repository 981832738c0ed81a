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
    spare ??= openCell(page, source).catch((error: unknown) => {
      spare = null;
      throw error;
    });
    return spare;
  }

  return {
    async open() {
      const taken = fill();
      spare = null;
      const cell = await taken;
      const id = next++;
      open.set(id, cell);
      return transfer({ id, port: cell.port }, [cell.port]);
    },
    close(id) {
      open.get(id)?.destroy();
      open.delete(id);
    },
    async warm() {
      const cell = await fill();
      if (ended) cell.destroy();
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
