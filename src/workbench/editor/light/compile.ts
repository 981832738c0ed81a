import { download } from '../download.ts';
import type { Compiled, EditorOptions, Fetching } from '../editor.ts';
import type { Checker } from '../types/checker.ts';

type OnFetching = ((fetching: Fetching) => void) | undefined;

let running: Promise<Checker> | null = null;
let ready: Checker | null = null;

/** The type checker, if it is here already. */
export function checkerAtHand(): Checker | null {
  return ready;
}

/**
 * Compiles for the light editor. If types are wanted and the checker is not here it is fetched first:
 * the learner sees how far it has come, and may go on without it.
 */
export async function compileLight(
  file: string,
  code: string,
  { types, t }: Pick<EditorOptions, 'types' | 't'>,
  onFetching: OnFetching,
): Promise<Compiled> {
  const checker = types.wanted() ? await checkerOr(onFetching) : 'skip';
  if (checker === 'cancel') return { kind: 'cancelled' };
  if (checker === 'skip') types.refuse();
  if (checker !== 'skip') return checker.compile(file, code);
  const { strip } = await import('./strip.ts');
  return strip(code, t);
}

/** The checker, or what the learner chose instead of waiting for it. */
function checkerOr(onFetching: OnFetching): Promise<Checker | 'skip' | 'cancel'> {
  if (ready) return Promise.resolve(ready);
  return new Promise((resolve) => {
    let abort = new AbortController();
    const end = (what: Checker | 'skip' | 'cancel') => {
      abort.abort();
      resolve(what);
    };
    const attempt = () => {
      abort = new AbortController();
      const { signal } = abort;
      let arrived = { done: 0, total: 0 };
      const show = (failed: boolean) => {
        if (signal.aborted) return;
        onFetching?.({
          arrived,
          failed,
          retry: attempt,
          skip: () => end('skip'),
          cancel: () => end('cancel'),
        });
      };
      const hear = (next: typeof arrived) => {
        arrived = next;
        show(false);
      };
      download('types', hear, signal)
        .then(start)
        .then(end, () => show(true));
    };
    attempt();
  });
}

async function start(): Promise<Checker> {
  running ??= import('../types/checker.ts').then(({ startChecker }) => startChecker());
  try {
    ready = await running;
    return ready;
  } catch (error) {
    running = null;
    throw error;
  }
}
