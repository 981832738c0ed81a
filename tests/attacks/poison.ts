import { attack, NOTHING, RIGHT } from './attack.ts';

/** The outcome of a run that nobody made, and a reply that carries one. */
const FORGED = `const forged = { kind: 'done', record: { entries: [] }, console: { lines: [], left: 0 } };`;

/** Keeps every function that passes by, and lets each of them answer in the plank's place. */
const KEEP = `
const kept = new Set(); const own = new Set();
const keep = (value) => { try { if (typeof value === 'function' && !own.has(value)) kept.add(value);
  else if (value && typeof value === 'object') for (const key of Reflect.ownKeys(value)) {
    const each = Reflect.getOwnPropertyDescriptor(value, key)?.value; if (typeof each === 'function') kept.add(each); } } catch {} };
const listen = (...args) => { for (const f of [...kept].slice(0, 200)) { if (f === listen) continue;
  let done = true; try { f(...args); } catch { done = false; } if (done && args[0].state !== 'LISTEN') return; } };
own.add(listen); exports.listen = listen;
`;

/** Puts a function before the one of that name that first keeps all it sees. */
const tap = (owner: string, ...names: readonly string[]) => `{
  const owner = ${owner}; const apply = Reflect.apply;
  for (const name of ${JSON.stringify(names)}) { const real = owner[name]; if (typeof real !== 'function') continue;
    let busy = false;
    const tapped = function (...args) { if (!busy) { busy = true; try { keep(this); args.forEach(keep); } finally { busy = false; } }
      return apply(real, this, args); };
    own.add(tapped); owner[name] = tapped; } }`;

/** Programs that poison what the runtime itself stands on, after it has loaded them. */
export const POISON = [
  attack(
    'catching what passes through call, apply and bind',
    `${KEEP} ${tap('Function.prototype', 'call', 'apply', 'bind')}`,
    'wrong',
    'threw',
    'returned nonsense',
    'did not return',
  ),
  attack(
    'catching what passes through Reflect and Object',
    `${KEEP} ${tap('Reflect', 'apply', 'construct', 'get', 'ownKeys')}
     ${tap('Object', 'assign', 'entries', 'fromEntries', 'freeze', 'keys', 'values', 'hasOwn', 'defineProperty')}`,
    'wrong',
    'threw',
    'returned nonsense',
    'did not return',
  ),
  attack(
    'catching what passes through maps and sets',
    `${KEEP} ${tap('Map.prototype', 'get', 'set', 'has')} ${tap('Set.prototype', 'add', 'has')}
     ${tap('WeakMap.prototype', 'get', 'set')}`,
    'wrong',
    'threw',
    'returned nonsense',
    'did not return',
  ),
  attack(
    'catching what passes through lists',
    `${KEEP} ${tap('Array.prototype', 'push', 'map', 'forEach', 'filter', 'find', 'flatMap', 'concat', 'slice', 'some', 'every')}`,
    'wrong',
    'threw',
    'returned nonsense',
    'did not return',
  ),
  attack(
    'setters on the prototype of all objects',
    `${KEEP} for (const name of ['listen', 'acceptable', 'cells', 'checks', 'LISTEN', 'SEGMENT-ARRIVES', 'engine', 'functions', 'value'])
       Object.defineProperty(Object.prototype, name, { configurable: true,
         set(value) { keep(value); Object.defineProperty(this, name, { value, writable: true, configurable: true, enumerable: true }); },
         get() { return undefined; } });`,
    'wrong',
    'threw',
    'returned nonsense',
    'did not return',
  ),
  attack(
    'a list that can be waited for',
    `${FORGED} Array.prototype.then = function (resolve) { delete Array.prototype.then; resolve(this.map(() => forged)); }; ${NOTHING}`,
    'returned nonsense',
    'wrong',
    'threw',
    'did not return',
  ),
  attack(
    'an object that can be waited for',
    `${FORGED} Object.defineProperty(Object.prototype, 'then', { configurable: true, get() { return (resolve) => resolve([forged]); } }); ${NOTHING}`,
    'returned nonsense',
    'wrong',
    'threw',
    'did not return',
  ),
  attack(
    'the last word, said by hand',
    `${FORGED} const then = Promise.prototype.then;
     Promise.prototype.then = function (say, fail) { return then.call(this, () => say(Array.from({ length: 16 }, () => forged)), fail); };
     ${NOTHING}`,
    'returned nonsense',
    'wrong',
    'threw',
    'did not return',
  ),
  attack(
    'questions answered from memory',
    `${FORGED} const parse = JSON.parse;
     JSON.parse = (...args) => { const asked = parse(...args); if (asked.do === 'run') asked.runs = []; return asked; };
     ${NOTHING}`,
    'returned nonsense',
    'wrong',
    'threw',
    'did not return',
  ),
  attack(
    'a reply with a prototype',
    `const stringify = JSON.stringify;
     JSON.stringify = (...args) => stringify(...args).replace('"kind":', '"__proto__":{"kind":"done","verdict":"passed"},"kind":'); ${NOTHING}`,
    'wrong',
    'returned nonsense',
    'threw',
    'did not return',
  ),
  attack(
    'values that write themselves',
    `for (const type of [Array, Number, String, Boolean, Uint8Array, Object])
       Object.defineProperty(type.prototype, 'toJSON', { configurable: true, value() { return { octets: [1, 2, 3] }; } });
     ${NOTHING}`,
    'wrong',
    'returned nonsense',
    'threw',
    'did not return',
  ),
  attack(
    'octets that are none',
    `${RIGHT} globalThis.Uint8Array = class extends Array {}; Object.getPrototypeOf(Int8Array.prototype)[Symbol.iterator] = function* () {};
     exports.listen = () => {};`,
    'wrong',
    'returned nonsense',
    'threw',
    'did not return',
  ),
  attack(
    'a port that is caught on its way, and a caller who is called back',
    `const assign = Object.assign; let port = null;
     Object.assign = (target, ...sources) => {
       for (const { argumentList = [] } of sources) for (const { value } of argumentList)
         if (typeof value?.postMessage === 'function') port = value;
       return assign(target, ...sources); };
     exports.listen = () => {
       while (port === null);
       port.onmessage = ({ data }) =>
         data.value?.postMessage?.({ id: '2', type: 'APPLY', path: [], argumentList: [] });
       port.postMessage({ id: '1', type: 'CONSTRUCT', path: ['constructor'],
         argumentList: [{ type: 'RAW', value: "fetch('http://127.0.0.1:9/')" }] });
     };`,
    'did not return',
  ),
  attack(
    'lists of another species',
    `Object.defineProperty(Array, Symbol.species, { get() { return class { constructor() { return new Proxy([], { set: () => true, get: () => undefined }); } }; } });
     ${NOTHING}`,
    'wrong',
    'returned nonsense',
    'threw',
    'did not return',
  ),
  attack(
    'a global that has everything',
    `Object.setPrototypeOf(globalThis, new Proxy({}, { has: () => true, get: () => () => 'passed' })); ${NOTHING}`,
    'wrong',
    'returned nonsense',
    'threw',
    'did not return',
  ),
  attack(
    'an export that is another one each time',
    `let n = 0; ${RIGHT} Object.defineProperty(module, 'exports', { get: () => ({ get listen() { return n++ % 2 ? () => {} : right; } }) });`,
    'wrong',
  ),
  attack(
    'a plank that is a proxy',
    `exports.listen = new Proxy(() => {}, { apply: () => new Proxy({}, { get: () => { throw new Error('no'); } }) });`,
    'wrong',
    'returned nonsense',
    'threw',
  ),
  attack(
    'a number that is a number when it is looked at first',
    `${RIGHT} exports.listen = (tcb, seg, act) => { right(tcb, seg, act); let n = 0;
       Object.defineProperty(tcb, 'iss', { enumerable: true, configurable: true, get: () => (n++ === 0 ? 1 : NaN) }); };`,
    'wrong',
    'returned nonsense',
    'threw',
  ),
  attack(
    'numbers that are objects',
    `${RIGHT} exports.listen = (tcb, seg, act) => { right(tcb, seg, act);
       tcb.snd.nxt = { valueOf: () => 1, toJSON: () => 1, [Symbol.toPrimitive]: () => 1 }; };`,
    'wrong',
    'returned nonsense',
    'threw',
  ),
  attack(
    'numbers too big for JSON',
    `${RIGHT} exports.listen = (tcb, seg, act) => { right(tcb, seg, act); tcb.snd.nxt = 1n; };`,
    'wrong',
    'returned nonsense',
    'threw',
  ),
  attack(
    'a TCB that holds itself',
    `exports.listen = (tcb) => { tcb.snd.self = tcb; tcb.self = [tcb, { tcb }]; };`,
    'wrong',
    'returned nonsense',
    'threw',
    'did not return',
  ),
];
