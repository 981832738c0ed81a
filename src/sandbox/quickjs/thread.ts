import variant from '@jitl/quickjs-wasmfile-release-sync';
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSHandle,
} from 'quickjs-emscripten-core';
import { parentPort, workerData } from 'node:worker_threads';
import { EXIT, MAX_ANSWER, MESSAGE, STACK } from './limits.ts';
import { boundedMemory } from './memory.ts';

/*
 * A thread with one QuickJS in it, which has one realm. All that the realm is given of this world are
 * two functions that take text, `make` and `post`; QuickJS itself has no others. Ended from outside.
 */

/** What the thread is started with. */
export interface ThreadData {
  /** The engine, compiled once for all threads. */
  readonly engine: WebAssembly.Module;
  /** The script that fills the realm: `var sandbox = …`. */
  readonly script: string;
}

const { engine, script } = workerData as ThreadData;
const memory = boundedMemory(() => process.exit(EXIT.memory));
const quickjs = await newQuickJSWASMModuleFromVariant(
  newVariant(variant, { wasmModule: engine, wasmMemory: memory }),
);
const runtime = quickjs.newRuntime({ maxStackSizeBytes: STACK });
const realm = runtime.newContext();

/** What the realm has said since it was last spoken to, in characters. */
let said = 0;

const take = openRealm(realm);
parentPort?.on('message', (text: string) => {
  try {
    hear(text);
  } catch {
    // The engine fell: something nested deeper than its own checks see. Nothing in it is sound now.
    process.exit(EXIT.trap);
  }
});
parentPort?.postMessage('ready');

function hear(text: string): void {
  said = 0;
  const heard = realm.newString(text);
  const taken = realm.callFunction(take, realm.undefined, heard);
  heard.dispose();
  if (taken.error) process.exit(EXIT.deaf);
  taken.value.dispose();
  // What a job throws stays with its promise. A flood of them never ends; whoever waits ends it.
  while (runtime.hasPendingJob()) runtime.executePendingJobs().dispose();
}

/** Fills the realm; gives back the function that takes what is said to it. */
function openRealm(context: QuickJSContext): QuickJSHandle {
  const make = context.newFunction('make', (js) =>
    context.evalCode(
      `(function (module, exports, require, console) {${context.getString(js)}\n})`,
      'plank.js',
    ),
  );
  const post = context.newFunction('post', (text) => {
    if (context.typeof(text) !== 'string') return;
    said += lengthOf(context, text) + MESSAGE;
    if (said > MAX_ANSWER) process.exit(EXIT.memory);
    parentPort?.postMessage(context.getString(text));
  });
  // The script's only variable stays inside the function: the learner's code must not find it.
  const connect = context.unwrapResult(
    context.evalCode(`(() => { ${script}\nreturn sandbox.connect; })()`, 'runtime.js'),
  );
  return context.unwrapResult(context.callFunction(connect, context.undefined, make, post));
}

/** How long a text is, before it is copied out. */
function lengthOf(context: QuickJSContext, text: QuickJSHandle): number {
  return context.getProp(text, 'length').consume((length) => context.getNumber(length));
}
