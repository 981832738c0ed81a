import { expose } from 'comlink';
import { createRuntime, type LoadOutcome } from '../runtime.ts';
import type { Outcome, Program, Run, Seen, Trail } from '../sandbox.ts';
import { answering } from './answering.ts';
import { makeBare } from './bare.ts';

/*
 * The learner's realm in a browser: the first and only script of a worker in an opaque origin. Its
 * first message brings the port through which everything is said; the learner's code never sees it.
 */

const runtime = createRuntime();
const createUrl = URL.createObjectURL.bind(URL);
const BlobOfText = Blob;
let tell: ((at: Trail) => void) | undefined;

const api = {
  /** Where to say how far a run has got. Comes before the learner's code, which never sees the port. */
  hear(port: MessagePort): void {
    tell = port.postMessage.bind(port);
  },
  load: (program: Program, seed: number): Promise<LoadOutcome> =>
    runtime.load(program, seed, importBlob),
  run: (runs: readonly Run[], trail: boolean): readonly Outcome[] =>
    runtime.run(runs, trail ? tell : undefined),
  look: (runs: readonly Run[]): readonly (Outcome | Seen)[] => runtime.look(runs),
};

export type RuntimeApi = typeof api;

/** Makes a function of a CommonJS text without evaluating text: as a module of its own. */
async function importBlob(js: string): Promise<unknown> {
  const source = `export default function (module, exports, require, console) {${js}\n}`;
  const url = createUrl(new BlobOfText([source], { type: 'text/javascript' }));
  const made = (await import(/* @vite-ignore */ url)) as { default: unknown };
  return made.default;
}

// What the learner's code leaves behind unheard, a promise that fails or a throwing callback, is nobody's
// concern, and would fill the page's console.
for (const unheard of ['unhandledrejection', 'error']) {
  addEventListener(unheard, (event) => event.preventDefault());
}

addEventListener(
  'message',
  ({ ports: [port] }) => {
    if (!port) return;
    expose(api, answering(port));
    makeBare();
  },
  { once: true },
);
