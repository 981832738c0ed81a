import { PROFILES, type Functions, type Queues } from '#tcp';
import type { Case } from './case.ts';

const { linux } = PROFILES;
const KEY = Uint8Array.from({ length: 16 }, (_, i) => i);
const SECOND_US = 1_000_000;
/** One step of the clock of cookies, ms. */
const BUCKET = 64_000;

const tuple = (localPort = 80, remotePort = 50_000) => ({
  local: { address: '192.0.2.1', port: localPort },
  remote: { address: '192.0.2.2', port: remotePort },
});

const queues = (backlog: number, syn: readonly string[], accept: readonly string[]): Queues => ({
  backlog,
  syn,
  accept,
  counters: { ListenOverflows: 0, ListenDrops: 0, TCPReqQFullDoCookies: 0, TCPReqQFullDrop: 0 },
});

/** What comes back of a cookie for a SYN with number 100 and this MSS, `later` ms later. */
function cookieOf({ makeCookie, checkCookie }: Functions, mss: number, later = 0): number | null {
  const made = BUCKET - 1;
  const cookie = makeCookie(tuple(), 100, mss, made, KEY);
  return checkCookie(tuple(), { seq: 101, ack: (cookie + 1) >>> 0 }, made + later, KEY);
}

export const doorstepCases: readonly Case[] = [
  {
    name: 'ISNs of one 4-tuple grow with the clock',
    holds: ({ functions: { isn } }) =>
      [0, 1, 17_000].every(
        (s) =>
          (isn(tuple(), (s + 1) * SECOND_US, KEY) - isn(tuple(), s * SECOND_US, KEY)) >>> 0 ===
          250_000,
      ),
  },
  {
    name: 'ISNs depend on the key and on every part of the 4-tuple',
    holds({ functions: { isn } }) {
      const numbers = [
        isn(tuple(), 0, KEY),
        isn(tuple(), 0, KEY.toReversed()),
        isn(tuple(81), 0, KEY),
        isn(tuple(80, 50_001), 0, KEY),
      ];
      return new Set(numbers).size === numbers.length;
    },
  },
  {
    name: 'ISNs stay within 32 bits',
    holds({ functions: { isn } }) {
      const number = isn(tuple(), 2 ** 40, KEY);
      return Number.isInteger(number) && number >= 0 && number < 2 ** 32;
    },
  },
  {
    name: 'a socket that calls itself is noticed',
    holds({ functions: { isSelfConnect } }) {
      const { local, remote } = tuple(50_000);
      return isSelfConnect(local, local) && !isSelfConnect(local, remote);
    },
  },
  {
    name: 'Linux has one place more than the backlog says',
    holds: ({ functions: { onSyn } }) =>
      onSyn(queues(1, ['a'], []), 'b', linux).answer === 'take' &&
      onSyn(queues(1, ['a', 'b'], []), 'c', linux).answer !== 'take',
  },
  {
    name: 'a full accept queue lets the ACK count as lost',
    holds({ functions: { onAck } }) {
      const { queues: after, answer } = onAck(queues(1, ['a'], ['x', 'y']), 'a', linux);
      return answer === 'ignore' && after.syn.includes('a') && after.accept.length === 2;
    },
  },
  {
    name: 'a SYN is dropped while the accept queue is full',
    holds({ functions: { onSyn } }) {
      const { queues: after, answer } = onSyn(queues(1, [], ['x', 'y']), 'a', linux);
      const { ListenOverflows, ListenDrops } = after.counters;
      return answer === 'drop' && ListenOverflows === 1 && ListenDrops === 1;
    },
  },
  {
    name: 'who came first is accepted first',
    holds: ({ functions: { accept } }) => accept(queues(5, [], ['x', 'y'])).conn === 'x',
  },
  {
    name: 'a cookie is good for two minutes at most',
    holds: ({ functions }) =>
      cookieOf(functions, 1460, BUCKET) === 1460 &&
      [2, 3, 4, 32].every((steps) => cookieOf(functions, 1460, steps * BUCKET) === null),
  },
  {
    name: 'a cookie brings back an MSS that the peer can take',
    holds: ({ functions }) =>
      cookieOf(functions, 1460) === 1460 &&
      cookieOf(functions, 1459) === 1440 &&
      cookieOf(functions, 1299) === 536,
  },
  {
    name: 'a cookie is good for one caller only',
    holds({ functions: { makeCookie, checkCookie } }) {
      const cookie = makeCookie(tuple(), 100, 1460, 0, KEY);
      const seg = { seq: 101, ack: (cookie + 1) >>> 0 };
      return checkCookie(tuple(80, 50_001), seg, 0, KEY) === null;
    },
  },
];
