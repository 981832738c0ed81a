import { attack, NOTHING, RIGHT } from './attack.ts';

/** Programs that do not come back, or take all they can get. */
export const ENDLESS = [
  attack('a loop without an end', 'exports.listen = () => { for (;;); };', 'did not return'),
  attack('a loop while loading', `for (;;); ${NOTHING}`, 'did not return'),
  attack(
    'a loop that a clock should end',
    'exports.listen = () => { const end = Date.now() + 10; while (Date.now() < end); };',
    'did not return',
  ),
  attack(
    'a loop on one kind of segment only',
    `${RIGHT} exports.listen = (tcb, seg, act) => { while (seg.ctl.fin); right(tcb, seg, act); };`,
    'did not return',
  ),
  attack(
    'microtasks that breed microtasks',
    `const flood = () => Promise.resolve().then(flood); exports.listen = () => { flood(); };`,
    'did not return',
  ),
  attack(
    'a wait for what never comes',
    `exports.listen = () => { Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0); };`,
    'did not return',
    'threw',
  ),
  attack('recursion without an end', 'exports.listen = function again() { again(); };', 'threw'),
  attack(
    'memory without an end',
    'const all = []; exports.listen = () => { for (;;) all.push(new Array(1000).fill(1.5)); };',
    'ran out of memory',
    'did not return',
  ),
  attack(
    'a text that doubles',
    `exports.listen = () => { let text = 'x'; for (;;) text += text; };`,
    'threw',
    'ran out of memory',
  ),
  attack(
    'a million segments',
    `exports.listen = (tcb, seg, act) => {
      for (let i = 0; i < 1e6; i++) act.send({ syn: true, ack: true }, { seq: i, ack: 1 });
    };`,
    'returned nonsense',
    'did not return',
    'ran out of memory',
  ),
  attack(
    'a timer that always expires at once',
    `exports.listen = (tcb, seg, act) => {
      act.become('SYN-RECEIVED');
      tcb.rto = 0;
      act.send({ syn: true, ack: true }, { seq: 0, ack: 0 });
    };`,
    'returned nonsense',
    'did not return',
    'wrong',
  ),
  attack(
    'a million lines on the console',
    `exports.listen = () => { for (let i = 0; i < 1e6; i++) console.log('line', i); };`,
    'wrong',
    'did not return',
  ),
  attack(
    'a line of a hundred million characters',
    `exports.listen = () => { console.log('x'.repeat(1e8)); };`,
    'wrong',
    'ran out of memory',
    'did not return',
  ),
  attack(
    'an object without an end on the console',
    `exports.listen = () => {
      const deep = () => ({ get more() { return deep(); } });
      console.log(deep(), new Proxy({}, { ownKeys() { throw new Error('no'); } }));
    };`,
    'wrong',
  ),
  attack(
    'a promise that never settles',
    'exports.listen = () => new Promise(() => {});',
    'returned nonsense',
  ),
  attack(
    'an async plank',
    `${RIGHT} exports.listen = async (tcb, seg, act) => { await null; right(tcb, seg, act); };`,
    'returned nonsense',
  ),
  attack(
    'a regular expression that backtracks for ever',
    `exports.listen = () => { /^(a+)+$/.test('a'.repeat(40) + 'b'); };`,
    'did not return',
  ),
];
