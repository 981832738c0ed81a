import { expose } from 'comlink';
import { createRuntime, type LoadOutcome } from '../runtime.ts';
import type { Outcome, Program, Run, Seen, Trail } from '../sandbox.ts';
import { makeBare } from './bare.ts';

/*
 * The learner's realm in a browser: the first and only script of a worker in an opaque origin. Its
 * first message brings the port through which everything is said; the learner's code never sees it.
 */

const runtime = createRuntime();
const createUrl = URL.createObjectURL.bind(URL);
const BlobOfText = Blob;

const api = {
  load: (program: Program, seed: number): Promise<LoadOutcome> =>
    runtime.load(program, seed, importBlob),
  run: (runs: readonly Run[], onTrail?: (at: Trail) => void): readonly Outcome[] =>
    runtime.run(runs, onTrail),
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

/** Ports inherit from what `makeBare` empties, and a trail comes with a port of its own. */
function keepListening(): void {
  for (const name of ['addEventListener', 'removeEventListener'] as const) {
    Object.defineProperty(MessagePort.prototype, name, { value: EventTarget.prototype[name] });
  }
}

addEventListener(
  'message',
  ({ ports: [port] }) => {
    if (!port) return;
    expose(api, port);
    keepListening();
    makeBare();
  },
  { once: true },
);
