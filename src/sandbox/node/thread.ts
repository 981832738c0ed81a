import vm from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';

/*
 * A thread with one closed realm in it: a context without `process`, `require`, timers, network or
 * evaluation of text. This file imports nothing of ours, so that Node can start it as it is.
 */

const { script } = workerData as { script: string };
const port = parentPort;
if (port === null) throw new Error('this file is the body of a worker thread');

const context = vm.createContext(Object.create(null) as object, {
  codeGeneration: { strings: false, wasm: false },
});
// The script's only variable stays inside the function: the learner's code must not find it.
const realm = vm.runInContext(`(() => { ${script}\nreturn sandbox.connect; })()`, context, {
  filename: 'runtime.js',
}) as (make: (js: string) => unknown, post: (text: string) => void) => (text: string) => void;

const make = (js: string): unknown =>
  vm.runInContext(`(function (module, exports, require, console) {${js}\n})`, context, {
    filename: 'plank.js',
  });

// A promise of the learner's that fails is nobody's concern.
process.on('unhandledRejection', () => undefined);

const receive = realm(make, (text) => port.postMessage(text));
port.on('message', receive);
