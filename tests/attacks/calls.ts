import { attack } from './attack.ts';

/** Programs against the lab `ring`, whose functions are called with tables of arguments. */
export const CALLS = [
  attack(
    'asking the reference while loading',
    `const { lt } = require('tcp');
     const known = new Map();
     for (const a of [0, 1, 2, 7]) for (const b of [0, 1, 2, 7]) known.set(a + ' ' + b, lt(a, b));
     exports.lt = (a, b) => known.get(a + ' ' + b);
     exports.leq = exports.between = () => true; exports.segLen = () => 0;`,
    'threw',
  ),
  attack(
    'asking the reference by way of another function of it',
    `const { acceptable, ctlOf } = require('tcp');
     const bare = { seq: 1, ctl: ctlOf(16), data: new Uint8Array(0) };
     const known = acceptable(bare, 1, 10);
     exports.lt = exports.leq = exports.between = () => known; exports.segLen = () => 0;`,
    'threw',
  ),
  attack(
    'asking the reference in a microtask',
    `const { lt } = require('tcp'); let answer;
     const ask = () => Promise.resolve().then(() => { answer = lt(1, 2); });
     ask(); exports.lt = () => { ask(); return answer; };
     exports.leq = exports.between = () => answer; exports.segLen = () => 0;`,
    'threw',
    'wrong',
    'returned nonsense',
    'did not return',
  ),
  attack(
    'importing what it was to write',
    `const tcp = require('tcp');
     for (const name of ['lt', 'leq', 'between', 'segLen']) exports[name] = tcp[name];`,
    'returned nonsense',
  ),
  attack(
    'an answer that agrees with everything',
    `const yes = new Proxy({}, { get: () => true, ownKeys: () => [], has: () => true });
     exports.lt = exports.leq = exports.between = exports.segLen = () => yes;`,
    'wrong',
    'returned nonsense',
    'threw',
  ),
  attack(
    'an answer that changes when it is looked at',
    `let n = 0;
     exports.lt = exports.leq = exports.between = exports.segLen = () =>
       ({ valueOf: () => n++, toJSON: () => n++ % 2 === 0 });`,
    'wrong',
    'returned nonsense',
  ),
  attack(
    'an answer without an end',
    `const deep = () => ({ get more() { return deep(); } });
     exports.lt = exports.leq = exports.between = exports.segLen = deep;`,
    'returned nonsense',
  ),
  attack(
    'an answer of a hundred million characters',
    `exports.lt = exports.leq = exports.between = exports.segLen = () => 'x'.repeat(1e8);`,
    'returned nonsense',
    'ran out of memory',
    'did not return',
    'threw',
  ),
  attack(
    'a list of answers for all calls at once',
    `exports.lt = exports.leq = exports.between = () => [true, false, false, true, false];
     exports.segLen = () => [0, 1, 536];`,
    'wrong',
  ),
  attack(
    'answers pushed by hand',
    `const push = Array.prototype.push;
     Array.prototype.push = function (...all) { return push.apply(this, all.map((x) => x === 'right' ? true : x)); };
     exports.lt = exports.leq = exports.between = () => 'right'; exports.segLen = () => 'right';`,
    'wrong',
    'threw',
    'did not return',
  ),
  attack(
    'a loop on the edge of the ring only',
    `exports.lt = (a, b) => { while (a === 4294967295); return ((a - b) | 0) < 0; };
     exports.leq = (a, b) => a === b || exports.lt(a, b);
     exports.between = (low, x, high) => exports.lt(low, x) && exports.leq(x, high);
     exports.segLen = ({ ctl, data }) => data.length + ctl.syn + ctl.fin;`,
    'did not return',
  ),
];
