import { proxy, wrap, type Remote } from 'comlink';
import type { Progress, Report } from '#judge/report.ts';
import { cellHost, type CellHost } from '#sandbox/browser/host.ts';
import type { JudgeApi } from './judge.worker.ts';
import JudgeWorker from './judge.worker.ts?worker';

/** Has programs judged, one at a time, without ever running them here. */
export interface Runner {
  /** Judges a compiled program. Rejects if the judge itself fails; `null` if it was stopped. */
  run(js: string, onProgress: (progress: Progress) => void): Promise<Report | null>;
  /** Ends the run at once. */
  stop(): void;
  /** Makes the next run quick: judge loaded, one sandbox open. */
  warm(): Promise<void>;
  dispose(): void;
}

/** The judge bounds every run itself. If it does not come back at all, it is ended after this, ms. */
const SILENCE = 60_000;

/** The same cases in the same order on every visit, so that a verdict can be talked about. */
const SEED = 1;

export function openRunner(lab: string, sandboxPage: string, sandboxScript: string): Runner {
  let judge = start();
  let cells = cellHost(sandboxPage, sandboxScript);
  let stop: (() => void) | null = null;

  function restart(): void {
    judge.end();
    cells.closeAll();
    judge = start();
    cells = cellHost(sandboxPage, sandboxScript);
  }

  const warm = async () => {
    await Promise.all([cells.warm(), judge.api.prepare(lab)]);
  };

  return {
    warm,
    async run(js, onProgress) {
      const stopped = new Promise<null>((resolve) => (stop = () => resolve(null)));
      const watch = watchdog();
      try {
        const report = judge.api.judge(
          lab,
          js,
          SEED,
          proxy(cells) as unknown as Remote<CellHost>,
          proxy((progress: Progress) => {
            watch.heard();
            onProgress(progress);
          }),
        );
        const result = await Promise.race([report, stopped, watch.silence]);
        if (result === null) restart();
        return result;
      } catch (error) {
        restart();
        throw error;
      } finally {
        watch.end();
        stop = null;
        void warm().catch(() => undefined);
      }
    },
    stop: () => stop?.(),
    dispose() {
      stop?.();
      judge.end();
      cells.closeAll();
    },
  };
}

function start(): { readonly api: Remote<JudgeApi>; end(): void } {
  const worker = new JudgeWorker();
  return { api: wrap<JudgeApi>(worker), end: () => worker.terminate() };
}

/** Rejects when nothing was heard for too long. */
function watchdog() {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let heard = () => {};
  const silence = new Promise<never>((_, reject) => {
    heard = () => {
      clearTimeout(timer);
      timer = setTimeout(() => reject(new Error('The judge did not answer.')), SILENCE);
    };
    heard();
  });
  return { silence, heard: () => heard(), end: () => clearTimeout(timer) };
}
