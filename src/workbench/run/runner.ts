import { proxy, wrap, type Remote } from 'comlink';
import type { Progress, Report } from '#judge/report.ts';
import type { ScratchResult } from '#judge/scratch.ts';
import { cellHost, type CellHost } from '#sandbox/browser/host.ts';
import type { ShipPlank } from '#sandbox/sandbox.ts';
import type { JudgeApi } from './judge.worker.ts';
import JudgeWorker from './judge.worker.ts?worker';

/** What is to be judged. */
export interface RunRequest {
  /** The plank, compiled. */
  readonly js: string;
  /** The one case that is to be run, `random` for the drawn ones; the whole suite without it. */
  readonly only?: string;
  /** Further planks of the learner's in the engine. */
  readonly ship?: readonly ShipPlank[];
}

/** A script of the learner's own that is to be played. */
export interface ScratchRequest {
  readonly js: string;
  readonly pkt: string;
  readonly ship?: readonly ShipPlank[];
}

/** Has programs judged, one at a time, without ever running them here. */
export interface Runner {
  /** Judges a compiled program. Rejects if the judge itself fails; `null` if it was stopped. */
  run(request: RunRequest, onProgress: (progress: Progress) => void): Promise<Report | null>;
  /** Runs a packetdrill script on the plank and on the reference; `null` if it was stopped. */
  tryScript(request: ScratchRequest): Promise<ScratchResult | null>;
  /** Ends what is going on at once. */
  stop(): void;
  /** Makes the next run quick: judge loaded, one sandbox open. */
  warm(): Promise<void>;
  dispose(): void;
}

/** The judge bounds every run itself. If it does not come back at all, it is ended after this, ms. */
const SILENCE = 60_000;

/** The same cases in the same order on every visit, so that a verdict can be talked about. */
const SEED = 1;

/** Another seed, if the page's address asks for one: `?seed=7`. */
function seedFrom(search: string): number {
  const asked = new URLSearchParams(search).get('seed');
  return asked !== null && /^\d{1,9}$/.test(asked) ? Number(asked) : SEED;
}

/**
 * Starts a judge for `lab`. `sandboxPage`: address of the frame in which programs run; `sandboxScript`:
 * what the worker in it is made of.
 */
export function openRunner(lab: string, sandboxPage: string, sandboxScript: string): Runner {
  let judge = start();
  let cells = cellHost(sandboxPage, sandboxScript);
  let stop: (() => void) | null = null;
  let disposed = false;
  const seed = seedFrom(location.search);

  function restart(): void {
    judge.end();
    cells.closeAll();
    if (disposed) return;
    judge = start();
    cells = cellHost(sandboxPage, sandboxScript);
  }

  const warm = async () => {
    await Promise.all([cells.warm(), judge.api.prepare(lab, seed)]);
  };

  /** Lets the judge work until it is done, stopped, or silent for too long. */
  const ask = async <T>(question: (heard: () => void) => Promise<T>): Promise<T | null> => {
    if (disposed) return null;
    const stopped = new Promise<null>((resolve) => (stop = () => resolve(null)));
    const watch = watchdog();
    try {
      const ends = [stopped, watch.silence, judge.failed];
      const result = await Promise.race([question(watch.heard), ...ends]);
      if (result === null) restart();
      return result;
    } catch (error) {
      restart();
      throw error;
    } finally {
      watch.end();
      stop = null;
      if (!disposed) void warm().catch(() => undefined);
    }
  };
  const host = () => proxy(cells) as unknown as Remote<CellHost>;

  return {
    warm,
    run: (request, onProgress) =>
      ask((heard) => {
        const hear = proxy((progress: Progress) => {
          heard();
          onProgress(progress);
        });
        return judge.api.judge(lab, request, seed, host(), hear);
      }),
    tryScript: (request) => ask(async () => await judge.api.tryScript(lab, request, seed, host())),
    stop: () => stop?.(),
    dispose() {
      disposed = true;
      stop?.();
      judge.end();
      cells.closeAll();
    },
  };
}

interface Judge {
  readonly api: Remote<JudgeApi>;
  /** Rejects if its script cannot be fetched. */
  readonly failed: Promise<never>;
  end(): void;
}

function start(): Judge {
  const worker = new JudgeWorker();
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event: Event) => {
      // An ErrorEvent tells of an exception in there; what a sandbox says may cause some, and the
      // judge goes on.
      if (!(event instanceof ErrorEvent)) reject(new Error('the judge was not fetched'));
    });
  });
  // It may fail while nobody asks: then the next question hears of it.
  failed.catch(() => undefined);
  return { api: wrap<JudgeApi>(worker), failed, end: () => worker.terminate() };
}

/** Rejects when nothing was heard for too long. */
function watchdog() {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let heard = () => {};
  const silence = new Promise<never>((_, reject) => {
    heard = () => {
      clearTimeout(timer);
      timer = setTimeout(() => reject(new Error('the judge did not answer')), SILENCE);
    };
    heard();
  });
  return { silence, heard: () => heard(), end: () => clearTimeout(timer) };
}
