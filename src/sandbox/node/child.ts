import { writeSync } from 'node:fs';
import vm from 'node:vm';

/*
 * A process with one closed realm in it: a context without `process`, `require`, timers, network or
 * evaluation of text. Imports nothing of ours, so that Node can start it as it is.
 *
 * Requests come as messages. A list with a script in it asks for a new realm, filled by that script,
 * in place of the former one; a text is for the realm. Replies go to standard output, a line each,
 * written at once: one that was said before an endless loop arrives.
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

type Hear = (text: string) => void;

function openRealm(script: string): Hear {
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
  }) as (make: (js: string) => unknown, post: (text: string) => void) => Hear;
  return connect(make, post);
}

let hear: Hear = () => undefined;

// A promise of the learner's that fails is nobody's concern.
process.on('unhandledRejection', () => undefined);
process.on('disconnect', () => process.exit());
process.on('message', (message: string | readonly [script: string]) => {
  if (typeof message === 'string') return hear(message);
  hear = openRealm(message[0]);
  post('{"ready":true}');
});
