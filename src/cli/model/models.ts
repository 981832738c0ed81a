import { ctl, NO_DATA, PROFILES, reference, RFC9293, type Config, type Segment } from '#tcp';
import { ENDS } from './host.ts';
import type { Budget, Model, Suspect } from './model.ts';

/** One octet per segment: two octets are enough to be put in the wrong order. */
const CONFIG: Config = { ...RFC9293, mss: 1 };

/** The other profiles, with an octet per segment beside the timestamps, and patience by time alone. */
const OTHERS = {
  linux: { ...PROFILES.linux, mss: 13, windowScale: 0, retries: null },
  freebsd: { ...PROFILES.freebsd, mss: 13, windowScale: 0, retries: null },
} as const satisfies Record<string, Config>;

const NONE: Budget = { lose: 0, copy: 0, early: 0, giveUp: 0 };

/** A's numbers cross the wrap, B's the middle of the ring, where a signed comparison would err. */
const ISN = { A: 0xffff_fffe, B: 0x7fff_fffe };

const base = { isn: ISN, engine: reference, config: CONFIG, old: [], reader: 'eager' } as const;

/** A SYN of an earlier life of A, whose number lies `ahead` of the one that A will use. */
function oldSyn(ahead: number): Segment {
  return {
    src: ENDS.A,
    dst: ENDS.B,
    seq: (ISN.A + ahead) >>> 0,
    ack: 0,
    ctl: ctl({ syn: true }),
    wnd: 65_535,
    up: 0,
    data: NO_DATA,
    options: { mss: 1 },
  };
}

/** Each with the budget of `npm test`, and the one of the deep tests. */
const PLAIN: readonly (Omit<Model, 'budget'> & { budget: Budget; deep: Budget })[] = [
  {
    ...base,
    id: 'open-and-close',
    title: 'A calls, both close at any time',
    users: { A: ['connect', 'close'], B: ['listen', 'close'] },
    budget: { lose: 2, copy: 1, early: 0, giveUp: 0 },
    deep: { lose: 3, copy: 1, early: 1, giveUp: 0 },
  },
  {
    ...base,
    id: 'data-both-ways',
    title: 'an octet each way',
    users: { A: ['connect', { send: 'a' }, 'close'], B: ['listen', { send: 'x' }, 'close'] },
    budget: { ...NONE, lose: 1 },
    deep: { ...NONE, lose: 2 },
  },
  {
    ...base,
    id: 'data-in-order',
    title: 'two octets one way, in two segments',
    users: { A: ['connect', { send: 'ab' }, 'close'], B: ['listen', 'close'] },
    budget: { ...NONE, lose: 1 },
    deep: { ...NONE, lose: 1, copy: 1 },
  },
  {
    ...base,
    id: 'slow-reader',
    title: 'a window of two octets, which the reader opens when it likes',
    config: { ...CONFIG, rcvBuf: 2 },
    reader: 'slow',
    users: { A: ['connect', { send: 'abc' }, 'close'], B: ['listen'] },
    budget: { ...NONE, lose: 1 },
    deep: { ...NONE, lose: 2, copy: 1 },
  },
  {
    ...base,
    id: 'half-close',
    title: 'only A closes',
    users: { A: ['connect', { send: 'a' }, 'close'], B: ['listen', { send: 'x' }] },
    budget: { ...NONE, lose: 2 },
    deep: { lose: 2, copy: 1, early: 1, giveUp: 0 },
  },
  {
    ...base,
    id: 'simultaneous-open',
    title: 'both call, both close',
    // See the suspect `reset-with-seq-0`: these numbers stay away from 0.
    isn: { A: 0x3fff_fffe, B: 0x7fff_fffe },
    users: { A: ['connect', 'close'], B: ['connect', 'close'] },
    budget: { ...NONE, lose: 2 },
    deep: { ...NONE, lose: 2, copy: 1 },
  },
  {
    ...base,
    id: 'nobody-there',
    title: 'A calls, nobody listens',
    users: { A: ['connect', { send: 'a' }, 'close'], B: [] },
    budget: { lose: 2, copy: 1, early: 1, giveUp: 1 },
    deep: { lose: 4, copy: 3, early: 3, giveUp: 1 },
  },
  {
    ...base,
    id: 'old-syn',
    title: 'an old SYN turns up at any time',
    users: { A: ['connect', 'close'], B: ['listen', 'close'] },
    budget: { ...NONE, lose: 1 },
    deep: { ...NONE, lose: 2, copy: 1 },
    old: [oldSyn(-10)],
  },
  {
    ...base,
    id: 'abort',
    title: 'A aborts at any time',
    users: { A: ['connect', { send: 'a' }, 'abort'], B: ['listen', { send: 'x' }, 'close'] },
    budget: { ...NONE, lose: 1 },
    deep: { ...NONE, lose: 2, copy: 1 },
  },
  {
    ...base,
    id: 'lost-patience',
    title: 'a host loses patience: half-open connections',
    users: { A: ['connect', 'close'], B: ['listen', 'close'] },
    budget: { lose: 2, copy: 0, early: 0, giveUp: 2 },
    deep: { lose: 3, copy: 1, early: 1, giveUp: 2 },
  },
];

/** All models: those above in profile `rfc9293`, and with one loss in the other profiles. */
export function models(deep: boolean): readonly Model[] {
  const own = PLAIN.map(({ deep: more, ...model }) => (deep ? { ...model, budget: more } : model));
  const others = Object.entries(OTHERS).flatMap(([profile, config]) =>
    PLAIN.map(({ deep: _more, ...model }) => ({
      ...model,
      id: `${model.id}, ${profile}`,
      config: { ...config, rcvBuf: model.config.rcvBuf },
      budget: { ...NONE, lose: 1, giveUp: model.budget.giveUp },
    })),
  );
  return [...own, ...others];
}

/** The plain model of that name, with the budget of `npm test`. Throws where there is none. */
export function modelNamed(id: string): Model {
  const model = models(false).find((one) => one.id === id);
  if (model === undefined) throw new Error(`there is no model ${id}`);
  return model;
}

/** Where RFC 9293 itself leaves a hole: the engine follows it, and the model finds what comes of it. */
export const HOLES: readonly Suspect[] = [
  {
    why: 'any SYN in the window sends a passive SYN-RECEIVED back to LISTEN (§3.10.7.4 fourth); its caller may be ESTABLISHED already',
    model: {
      ...modelNamed('old-syn'),
      id: 'old-syn-in-window',
      title: 'an old SYN whose number lies in the window',
      old: [oldSyn(10)],
    },
    shows: /is open, and its peer has forgotten/,
  },
  {
    why: 'a closed port resets with SEQ 0 (§3.10.7.1); where just 0 is awaited, an open connection believes it',
    model: { ...modelNamed('simultaneous-open'), id: 'reset-with-seq-0', isn: ISN, budget: NONE },
    shows: /is open, and its peer has forgotten/,
  },
  {
    why: 'an unacceptable segment draws an ACK (§3.10.7.4 first), which is unacceptable too: SYN-RECEIVED and TIME-WAIT answer each other until a timer ends one of them',
    model: {
      ...modelNamed('open-and-close'),
      id: 'calls-again',
      title: 'A gives up its first call, calls again, and the first SYN comes last',
      users: { A: ['connect', 'close', 'connect', 'close'], B: ['listen', 'close'] },
      budget: NONE,
    },
    shows: /no way leads to a good end/,
  },
];
