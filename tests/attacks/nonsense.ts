import { attack, NOTHING } from './attack.ts';

const onSyn = (body: string) =>
  `exports.listen = (tcb, seg, act) => { if (seg.ctl.syn) { ${body} } };`;

/** Programs that answer with what no TCP could mean. */
export const NONSENSE = [
  attack('NaN as a sequence number', onSyn('tcb.rcv.nxt = NaN;'), 'returned nonsense'),
  attack('a negative sequence number', onSyn('tcb.snd.nxt = -1;'), 'returned nonsense'),
  attack('half a sequence number', onSyn('tcb.iss = 0.5;'), 'returned nonsense'),
  attack('a text as a sequence number', onSyn(`tcb.irs = '1';`), 'returned nonsense'),
  attack('a number beyond the ring', onSyn('tcb.snd.una = 2 ** 32;'), 'returned nonsense'),
  attack(
    'sending NaN',
    onSyn('act.send({ syn: true, ack: true }, { seq: NaN, ack: NaN });'),
    'returned nonsense',
  ),
  attack(
    'sending without an acknowledgment number',
    onSyn('act.send({ ack: true }, { seq: 0 });'),
    'returned nonsense',
  ),
  attack(
    'sending text that is no octets',
    onSyn(`act.send({}, { seq: 0, data: 'text' });`),
    'returned nonsense',
  ),
  attack('a state that does not exist', onSyn(`act.become('OPEN');`), 'returned nonsense'),
  attack('a missing state', onSyn('delete tcb.state;'), 'returned nonsense'),
  attack('a state that is an object', onSyn('tcb.state = {};'), 'returned nonsense'),
  attack('no send variables', onSyn('tcb.snd = undefined;'), 'returned nonsense', 'threw'),
  attack('no receive variables', onSyn('tcb.rcv = null;'), 'returned nonsense', 'threw'),
  attack('an endless window', onSyn('tcb.rcv.wnd = Infinity;'), 'returned nonsense'),
  attack(
    'a timer that expires never',
    onSyn(`act.arm('RETRANSMISSION', Infinity);`),
    'returned nonsense',
  ),
  attack('timers that are none', onSyn('tcb.timers = 7;'), 'returned nonsense', 'threw', 'wrong'),
  attack(
    'an accessor as a field',
    onSyn(`Object.defineProperty(tcb, 'iss', { get() { throw 1; } });`),
    'threw',
    'returned nonsense',
  ),
  attack('a frozen TCB', onSyn('Object.freeze(tcb);'), 'threw', 'wrong', 'returned nonsense'),
  attack('throwing', 'exports.listen = () => { throw new Error("on purpose"); };', 'threw'),
  attack('throwing nothing', 'exports.listen = () => { throw undefined; };', 'threw'),
  attack(
    'throwing what cannot be looked at',
    `exports.listen = () => {
      throw new Proxy({}, { get() { throw 1; }, getPrototypeOf() { throw 2; }, ownKeys() { throw 3; } });
    };`,
    'threw',
  ),
  attack(
    'throwing an error with an endless message',
    `exports.listen = () => { throw new Error('x'.repeat(1e7)); };`,
    'threw',
  ),
  attack(
    'a promise that fails',
    `exports.listen = async () => { throw new Error('late'); };`,
    'returned nonsense',
  ),
  attack(
    'a segment larger than any datagram',
    `exports.listen = (tcb, seg, act) => act.send({ ack: true }, { seq: 1, ack: 1, data: new Uint8Array(1e7) });`,
    'returned nonsense',
  ),
  attack(
    'asking the engine for itself, round and round',
    'exports.listen = (tcb, seg, act) => act.reopen(seg, seg.seq);',
    'returned nonsense',
  ),
  attack('throwing while loading', `throw new Error('no'); ${NOTHING}`, 'threw'),
  attack('what is no program', 'this is no JavaScript', 'threw'),
  attack('no export', '', 'returned nonsense'),
  attack('an export that is no function', 'exports.listen = 42;', 'returned nonsense'),
  attack('a class', 'exports.listen = class {};', 'threw'),
  attack(
    'exports that cannot be looked at',
    `module.exports = new Proxy({}, { get() { throw new Error('no'); } });`,
    'threw',
    'returned nonsense',
  ),
];
