import { attack, NOTHING } from './attack.ts';

const each = (body: string) => `exports.listen = () => { ${body} };`;
const loading = (body: string) => `${body}; ${NOTHING}`;

/** Programs that try to get out: to the network, the disk, the process, the judge. */
export const ESCAPE = [
  attack('fetch', each(`fetch('http://127.0.0.1:9/');`), 'threw', 'wrong'),
  attack('XMLHttpRequest', each(`new XMLHttpRequest().open('GET', '/');`), 'threw', 'wrong'),
  attack('WebSocket', each(`new WebSocket('ws://127.0.0.1:9/');`), 'threw', 'wrong'),
  attack('EventSource', each(`new EventSource('http://127.0.0.1:9/');`), 'threw', 'wrong'),
  attack('importScripts', each(`importScripts('http://127.0.0.1:9/x.js');`), 'threw'),
  attack('import()', each(`import('http://127.0.0.1:9/x.js').catch(() => {});`), 'wrong', 'threw'),
  attack(
    'import() of a file',
    each(`import('fs').then((fs) => fs.readdirSync('.'));`),
    'wrong',
    'threw',
  ),
  attack('storage', each(`localStorage.setItem('x', '1'); indexedDB.open('x');`), 'threw'),
  attack(
    'a worker of its own',
    each(`new Worker('data:text/javascript,for(;;);');`),
    'threw',
    'wrong',
  ),
  attack(
    'messages to the page',
    each(`for (let i = 0; i < 1e4; i++) postMessage({ id: i, verdict: 'passed' });`),
    'threw',
    'wrong',
  ),
  attack('closing the worker', each('close();'), 'threw', 'wrong', 'did not return'),
  attack('process', each('process.exit(0);'), 'threw'),
  attack('require', each(`require('child_process').execSync('true');`), 'threw'),
  attack('eval', each(`eval('1');`), 'threw', 'wrong'),
  attack('new Function', each(`new Function('return process')().exit(0);`), 'threw'),
  attack(
    'a constructor’s constructor',
    `exports.listen = (tcb, seg, act) => { act.send.constructor('return process')().exit(0); };`,
    'threw',
  ),
  attack(
    'the console’s constructor',
    each(`console.log.constructor('return process')().exit(0);`),
    'threw',
  ),
  attack(
    'WebAssembly',
    each('new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));'),
    'threw',
    'wrong',
  ),
  attack('timers', each('setInterval(() => {}, 0);'), 'threw', 'wrong'),
  attack(
    'globals overwritten',
    loading(`for (const name of ['Object', 'Array', 'Error', 'Map', 'Set', 'JSON', 'Math', 'Promise', 'Uint8Array'])
      try { globalThis[name] = undefined; } catch {}`),
    'threw',
    'wrong',
    'returned nonsense',
    'did not return',
  ),
  attack(
    'prototypes emptied',
    loading(`for (const type of [Array, Object, Map, Set, String, Function, Uint8Array])
      for (const name of Object.getOwnPropertyNames(type.prototype))
        try { delete type.prototype[name]; } catch {}`),
    'threw',
    'wrong',
    'returned nonsense',
    'did not return',
  ),
  attack(
    'iteration broken',
    loading('Array.prototype[Symbol.iterator] = function* () {}'),
    'threw',
    'wrong',
    'returned nonsense',
    'did not return',
  ),
];
