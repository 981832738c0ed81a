import { writeSync } from 'node:fs';
import vm from 'node:vm';

/*
 * A process with one closed realm in it: a context without `process`, `require`, timers, network or
 * evaluation of text. Imports nothing of ours, so that Node can start it as it is.
 *
 * Requests come as messages, the first being the script that fills the realm. Replies go to
 * standard output, a line each, written at once: one that was said before an endless loop arrives.
 */

const OUTPUT = 1;

function post(text: string): void {
  const bytes = Buffer.from(`${text}\n`);
  for (let sent = 0; sent < bytes.length;) {
    try {
      sent += writeSync(OUTPUT, bytes, sent);
    } catch (error) {
      // The owner has not read yet.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
}

function openRealm(script: string): (text: string) => void {
  const context = vm.createContext(Object.create(null) as object, {
    codeGeneration: { strings: false, wasm: false },
  });
  const make = (js: string): unknown =>
    vm.runInContext(`(function (module, exports, require, console) {${js}\n})`, context, {
      filename: 'plank.js',
    });
  // The script's only variable stays inside the function: the learner's code must not find it.
  const connect = vm.runInContext(`(() => { ${script}\nreturn sandbox.connect; })()`, context, {
    filename: 'runtime.js',
  }) as (make: (js: string) => unknown, post: (text: string) => void) => (text: string) => void;
  return connect(make, post);
}

// A promise of the learner's that fails is nobody's concern.
process.on('unhandledRejection', () => undefined);
process.on('disconnect', () => process.exit());
process.once('message', (script: string) => {
  process.on('message', openRealm(script));
  post('{"ready":true}');
});
