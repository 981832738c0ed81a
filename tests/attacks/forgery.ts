import { attack, NOTHING, RIGHT } from './attack.ts';

/** Programs that try to pass without an answer: by forging, peeking, or breaking the referee. */
export const FORGERY = [
  attack(
    'results made by hand',
    `const done = { kind: 'done', record: { entries: [] }, console: { lines: [], left: 0 } };
     Array.prototype.map = function () { return new Proxy([], { get: () => done }); };
     ${NOTHING}`,
    'threw',
    'returned nonsense',
    'wrong',
    'did not return',
  ),
  attack(
    'replies made by hand',
    `const stringify = JSON.stringify;
     JSON.stringify = (value) => stringify(value && 'id' in value
       ? { id: value.id, value: [{ kind: 'done', record: { entries: [] }, console: { lines: [], left: 0 } }] }
       : value);
     ${NOTHING}`,
    'threw',
    'returned nonsense',
    'wrong',
    'did not return',
  ),
  attack(
    'a verdict in place of a result',
    `JSON.stringify = () => '{"id":1,"value":"passed","verdict":"passed"}'; ${NOTHING}`,
    'returned nonsense',
    'did not return',
    'wrong',
    'threw',
  ),
  attack(
    'a trail of nothing instead of an answer',
    `JSON.stringify = () => '{"trail":null}'; Array.prototype.map = () => [null];
     exports.listen = () => { for (;;); };`,
    'did not return',
    'returned nonsense',
    'threw',
  ),
  attack(
    'a trail made by hand',
    `const trail = { run: 0, event: { timer: 'RETRANSMISSION', t: 1e15 } };
     const { map } = Array.prototype; const { stringify } = JSON;
     Array.prototype.map = function (...args) { return 'run' in Object(this[0]) ? [trail] : map.apply(this, args); };
     JSON.stringify = (value, ...more) => stringify('trail' in value ? { trail } : value, ...more);
     exports.listen = () => { for (;;); };`,
    'did not return',
    'returned nonsense',
    'threw',
  ),
  attack(
    'a prototype that answers for everything',
    `for (const [key, value] of Object.entries({ kind: 'done', verdict: 'passed', what: null })) {
       Object.prototype[key] = value;
     }
     Object.prototype.toJSON = function () { return this.id === undefined ? this : { id: this.id, value: [] }; };
     ${NOTHING}`,
    'returned nonsense',
    'wrong',
    'threw',
    'did not return',
  ),
  attack(
    'keeping the reference’s plank by way of Object.assign',
    `Object.assign = (target) => target; ${NOTHING}`,
    'threw',
    'wrong',
  ),
  attack(
    'catching planks on their way through Object.entries',
    `const seen = []; const entries = Object.entries;
     Object.entries = (o) => { seen.push(o); return entries(o); };
     exports.listen = (...args) => { for (const o of seen) for (const f of Object.values(o))
       if (typeof f === 'function' && f !== exports.listen) return f(...args); };`,
    'threw',
    'wrong',
    'returned nonsense',
    'did not return',
  ),
  attack(
    'looking for the engine in the stack',
    `const seen = [];
     Error.prepareStackTrace = (_, sites) => { for (const s of sites) seen.push(s.getFunction?.(), s.getThis?.()); return ''; };
     exports.listen = (...args) => { new Error().stack; const f = seen.find((x) => typeof x === 'function' && x !== exports.listen);
       if (f) return f(...args); };`,
    'wrong',
    'threw',
    'returned nonsense',
  ),
  attack(
    'looking for the caller',
    'exports.listen = function plank(...args) { return plank.caller?.(...args) ?? arguments.callee.caller(...args); };',
    'threw',
    'wrong',
  ),
  attack(
    'looking for the runtime among the globals',
    `exports.listen = (...args) => { for (const name of Object.getOwnPropertyNames(globalThis)) {
       const v = globalThis[name]; if (v && (v.connect || v.createRuntime || v.reference)) v.connect(...args); }
       if (typeof sandbox !== 'undefined') sandbox.connect(() => {}, () => {});
       if (typeof connect !== 'undefined') connect(() => {}, () => {}); };`,
    'wrong',
    'threw',
  ),
  attack(
    'requiring the reference',
    `exports.listen = (...args) => require('#tcp').reference.cells.LISTEN['SEGMENT-ARRIVES'](...args);`,
    'threw',
  ),
  attack(
    'taking the reference from what tcp exports',
    `const tcp = require('tcp'); exports.listen = (...args) => tcp.reference.cells.LISTEN['SEGMENT-ARRIVES'](...args);`,
    'threw',
  ),
  attack(
    'reading the suite',
    `exports.listen = () => require('fs').readdirSync('labs/listen/suite/hidden');`,
    'threw',
  ),
  attack(
    'comparisons that always agree',
    `Object.is = () => true; Array.prototype.every = () => true; Array.prototype.some = () => false;
     Array.prototype.find = () => undefined; String.prototype.localeCompare = () => 0; ${NOTHING}`,
    'wrong',
    'threw',
    'returned nonsense',
  ),
  attack(
    'promises that answer at once',
    `Promise.prototype.then = function (f) { f?.([]); return this; }; ${NOTHING}`,
    'wrong',
    'threw',
    'returned nonsense',
    'did not return',
  ),
  attack(
    'a right answer the first times only',
    `${RIGHT} let n = 0; exports.listen = (...args) => { if (n++ < 8) right(...args); };`,
    'wrong',
  ),
  attack(
    'a right answer until the end comes near',
    `${RIGHT} let n = 0; exports.listen = (...args) => { if (n++ < 55) right(...args); };`,
    'wrong',
  ),
  attack(
    'a right answer for what a visible test sends',
    `${RIGHT} exports.listen = (tcb, seg, act) => {
       const { syn, rst, ack, fin } = seg.ctl;
       if ([syn, rst, ack, fin].filter(Boolean).length === 1 && seg.data.length === 0) right(tcb, seg, act); };`,
    'wrong',
  ),
  attack(
    'effects added after the event',
    `${RIGHT} let old = null; exports.listen = (tcb, seg, act) => {
       old?.send({ rst: true }, { seq: 0 }); old = act; right(tcb, seg, act); };`,
    'wrong',
  ),
  attack(
    'an answer thrown by dice',
    `${RIGHT} exports.listen = (...args) => { if (Math.random() < 0.9) right(...args); };`,
    'wrong',
  ),
];
