import { add, reference, type FourTuple, type Seq } from '#tcp';
import type { Fault } from './fault.ts';

const { accept, checkCookie, isn, makeCookie, onAck, onSyn } = reference.functions;

/** A tuple that is the same for every port of the peer. */
const withoutPort = ({ local, remote }: FourTuple): FourTuple => ({
  local,
  remote: { ...remote, port: 0 },
});
const nobody: FourTuple = {
  local: { address: '', port: 0 },
  remote: { address: '', port: 0 },
};
const remembered = new Map<Seq, number>();

/** Initial numbers (lab 10), queues (12), cookies (13), calling oneself (9). */
export const doorstep: readonly Fault[] = [
  {
    name: 'isn-constant',
    says: 'Every connection begins with the same number.',
    source: 'Lab 10; MUST-8; apache/nuttx#2839',
    planks: { isn: () => 64_000 },
    killedBy: 'case: ISNs of one 4-tuple grow with the clock',
  },
  {
    name: 'isn-without-a-clock',
    says: 'A new incarnation begins where the old one began.',
    source: 'Lab 10; MUST-8; RFC 6528 §3',
    planks: { isn: (tuple, _nowUs, key) => isn(tuple, 0, key) },
    killedBy: 'case: ISNs of one 4-tuple grow with the clock',
  },
  {
    name: 'isn-going-backwards',
    says: 'The numbers of one 4-tuple fall with time.',
    source: 'Lab 10',
    planks: { isn: (tuple, nowUs, key) => isn(tuple, 2 ** 34 - nowUs, key) },
    killedBy: 'case: ISNs of one 4-tuple grow with the clock',
  },
  {
    name: 'isn-without-a-key',
    says: 'Who knows the 4-tuple can compute the number: no secret goes into it.',
    source: 'Lab 10; MUST-9; RFC 6528 §3',
    planks: { isn: (tuple, nowUs) => isn(tuple, nowUs, new Uint8Array(16)) },
    killedBy: 'case: ISNs depend on the key and on every part of the 4-tuple',
  },
  {
    name: 'isn-without-the-remote-port',
    says: 'Connections from one host have the same numbers at the same time.',
    source: 'Lab 10; RFC 6528 §3',
    planks: { isn: (tuple, nowUs, key) => isn(withoutPort(tuple), nowUs, key) },
    killedBy: 'case: ISNs depend on the key and on every part of the 4-tuple',
  },
  {
    name: 'isn-too-large',
    says: 'The sum of clock and hash is not reduced modulo 2^32.',
    source: 'Lab 10',
    planks: { isn: (tuple, nowUs, key) => isn(tuple, 0, key) + Math.floor(nowUs / 4) },
    killedBy: 'case: ISNs stay within 32 bits',
  },
  {
    name: 'self-connect-not-seen',
    says: 'A connection to the very port that it comes from is not noticed.',
    source: 'Lab 9; behaviour 48',
    planks: { isSelfConnect: () => false },
    killedBy: 'case: a socket that calls itself is noticed',
  },
  {
    name: 'self-connect-by-port-alone',
    says: 'A connection between equal ports of two hosts counts as one to itself.',
    source: 'Lab 9; behaviour 48',
    planks: { isSelfConnect: (local, remote) => local.port === remote.port },
    killedBy: 'case: a socket that calls itself is noticed',
  },
  {
    name: 'one-place-too-few',
    says: 'The queues of Linux have as many places as the backlog says, not one more.',
    source: 'Lab 12',
    planks: {
      onSyn: (queues, conn, config) => onSyn(queues, conn, { ...config, backlogExtra: 0 }),
    },
    killedBy: 'case: Linux has one place more than the backlog says',
  },
  {
    name: 'overflow-resets',
    says: 'A full accept queue resets the caller, who could have been served a moment later.',
    source: 'Lab 12; behaviour 21',
    planks: {
      onAck: (queues, conn, config) => onAck(queues, conn, { ...config, abortOnOverflow: true }),
    },
    killedBy: 'case: a full accept queue lets the ACK count as lost',
  },
  {
    name: 'overflow-forgets',
    says: 'A connection that finds the accept queue full is forgotten: its SYN,ACK never comes again.',
    source: 'Lab 12; behaviour 21',
    planks: {
      onAck(queues, conn, config) {
        const { queues: after, answer } = onAck(queues, conn, config);
        return { queues: { ...after, syn: after.syn.filter((name) => name !== conn) }, answer };
      },
    },
    killedBy: 'case: a full accept queue lets the ACK count as lost',
  },
  {
    name: 'syn-taken-while-nobody-accepts',
    says: 'A SYN is answered although the accept queue is full.',
    source: 'Lab 12; behaviour 21',
    planks: {
      onSyn: (queues, conn, config) => {
        const { queues: after, answer } = onSyn({ ...queues, accept: [] }, conn, config);
        return { queues: { ...after, accept: queues.accept }, answer };
      },
    },
    killedBy: 'case: a SYN is dropped while the accept queue is full',
  },
  {
    name: 'overflow-not-counted',
    says: 'A SYN that meets a full accept queue counts as a drop and not as an overflow.',
    source: 'Lab 12',
    planks: {
      onSyn: (queues, conn, config) => {
        const { queues: after, answer } = onSyn(queues, conn, config);
        const { ListenOverflows } = queues.counters;
        return { queues: { ...after, counters: { ...after.counters, ListenOverflows } }, answer };
      },
    },
    killedBy: 'case: a SYN is dropped while the accept queue is full',
  },
  {
    name: 'last-come-first-served',
    says: 'accept() gives the connection that came last.',
    source: 'Lab 12',
    planks: {
      accept(queues) {
        const { queues: after, conn } = accept({ ...queues, accept: queues.accept.toReversed() });
        return { queues: { ...after, accept: after.accept.toReversed() }, conn };
      },
    },
    killedBy: 'case: who came first is accepted first',
  },
  {
    name: 'cookie-without-a-clock',
    says: 'A cookie is good for ever: no time goes into it.',
    source: 'Lab 13; RFC 4987 §3.6',
    planks: {
      makeCookie: (tuple, irs, mss, _now, key) => makeCookie(tuple, irs, mss, 0, key),
      checkCookie: (tuple, seg, _now, key) => checkCookie(tuple, seg, 0, key),
    },
    killedBy: 'case: a cookie is good for two minutes at most',
  },
  {
    name: 'cookie-kept-too-long',
    says: 'A cookie of three clock steps ago is still good.',
    source: 'Lab 13',
    planks: {
      checkCookie: (tuple, seg, now, key) =>
        checkCookie(tuple, seg, now, key) ??
        checkCookie(tuple, seg, Math.max(0, now - 2 * 64_000), key),
    },
    killedBy: 'case: a cookie is good for two minutes at most',
  },
  {
    name: 'cookie-with-a-larger-mss',
    says: 'A peer’s MSS between two sizes of the table is rounded up.',
    source: 'Lab 13',
    planks: {
      makeCookie: (tuple, irs, mss, now, key) =>
        makeCookie(
          tuple,
          irs,
          [536, 1300, 1440, 1460].find((size) => size >= mss) ?? 1460,
          now,
          key,
        ),
    },
    killedBy: 'case: a cookie brings back an MSS that the peer can take',
  },
  {
    name: 'cookie-for-everybody',
    says: 'The 4-tuple does not go into the cookie: it can be used by anybody.',
    source: 'Lab 13; RFC 4987 §3.6',
    planks: {
      makeCookie: (_tuple, irs, mss, now, key) => makeCookie(nobody, irs, mss, now, key),
      checkCookie: (_tuple, seg, now, key) => checkCookie(nobody, seg, now, key),
    },
    killedBy: 'case: a cookie is good for one caller only',
  },
  {
    name: 'cookie-off-by-one',
    says: 'The cookie is looked for in SEG.ACK itself.',
    source: 'Lab 13',
    planks: {
      checkCookie: (tuple, seg, now, key) =>
        checkCookie(tuple, { ...seg, ack: add(seg.ack, 1) }, now, key),
    },
    killedBy: 'case: a cookie brings back an MSS that the peer can take',
  },
  {
    name: 'cookie-remembered',
    says: 'The MSS is kept in a table of the listener: a flood of SYNs fills the memory all the same.',
    source: 'Lab 13',
    planks: {
      makeCookie(tuple, irs, mss, now, key) {
        const cookie = makeCookie(tuple, irs, mss, now, key);
        remembered.set(
          cookie,
          checkCookie(tuple, { seq: add(irs, 1), ack: add(cookie, 1) }, now, key) ?? 0,
        );
        return cookie;
      },
      checkCookie: (_tuple, seg) => remembered.get(add(seg.ack, -1)) ?? null,
    },
    killedBy: 'case: a cookie is good for two minutes at most',
  },
];
