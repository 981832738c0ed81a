/* Anything may happen in any state, in every profile: what must hold all the same. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Config } from './config.ts';
import { DEFAULT_MSS } from './draft.ts';
import type { Effect } from './effect.ts';
import type { Env, StepResult } from './engine.ts';
import type { Call, TcpEvent } from './event.ts';
import { from, PEER, US } from './fixtures.ts';
import { ICMP_ERRORS } from './icmp.ts';
import { PROFILES, type ProfileName } from './profiles.ts';
import { reference } from './reference.ts';
import type { Ctl, Options, Segment } from './segment.ts';
import { add, isSeq } from './seq.ts';
import { STATES, type State } from './state.ts';
import { step } from './step.ts';
import { type Tcb, type Timer, TIMERS } from './tcb.ts';

const RUNS = Number(process.env['FC_RUNS'] ?? 500);

/** One event as it is drawn: its numbers count from those of the connection that it will meet. */
type Drawn = (tcb: Tcb | null) => TcpEvent;

const near = fc.integer({ min: -3, max: 3 });
const word = fc.integer({ min: 0, max: 0xffff_ffff });

/** A number near one of the edges of the receive window, or anywhere. */
const seqNumber = fc.oneof(
  { weight: 3, arbitrary: near.map((n) => (tcb: Tcb) => add(tcb.rcv.nxt, n)) },
  near.map((n) => (tcb: Tcb) => add(tcb.rcv.nxt, tcb.rcv.wnd + n)),
  near.map((n) => (tcb: Tcb) => add(tcb.irs, n)),
  near.map((n) => (tcb: Tcb) => add(tcb.held[0]?.seq ?? tcb.rcv.nxt, n)),
  word.map((n) => () => n),
);

/** A number near one of ours, or anywhere. */
const ackNumber = fc.oneof(
  { weight: 3, arbitrary: near.map((n) => (tcb: Tcb) => add(tcb.snd.nxt, n)) },
  near.map((n) => (tcb: Tcb) => add(tcb.snd.una, n)),
  near.map((n) => (tcb: Tcb) => add(tcb.snd.una, n - tcb.snd.maxWnd)),
  near.map((n) => (tcb: Tcb) => add(tcb.iss, n)),
  word.map((n) => () => n),
);

const flag = (percent: number) => fc.integer({ min: 0, max: 99 }).map((n) => n < percent);
const control: fc.Arbitrary<Ctl> = fc.record({
  ack: flag(80),
  syn: flag(15),
  fin: flag(20),
  rst: flag(8),
  psh: fc.boolean(),
  urg: flag(10),
  ece: flag(10),
  cwr: flag(10),
});

const text = fc.oneof(
  fc.constant(new Uint8Array(0)),
  fc.uint8Array({ maxLength: 5 }),
  fc.integer({ min: 500, max: 4_000 }).map((n) => new Uint8Array(n).fill(n)),
);

/** Options as they can stand on the wire; the timestamp is mostly one that the connection can take. */
const options = fc.record({
  mss: fc.option(fc.constantFrom(0, 1, 12, 13, 536, 1460, 65_535)),
  wscale: fc.option(fc.constantFrom(0, 1, 7, 14, 15, 255)),
  sackPermitted: fc.boolean(),
  sack: fc.option(fc.array(fc.record({ left: word, right: word }), { maxLength: 4 })),
  ts: fc.oneof(
    { weight: 4, arbitrary: near.map((n) => (tcb: Tcb) => add(tcb.rcv.tsRecent ?? 7, n)) },
    word.map((n) => () => n),
    fc.constant(null),
  ),
  ecr: word,
});

const segment: fc.Arbitrary<Drawn> = fc
  .record({
    control,
    seq: seqNumber,
    ack: ackNumber,
    wnd: fc.oneof(fc.constantFrom(0, 1, 2, 65_535), fc.integer({ min: 0, max: 65_535 })),
    up: fc.integer({ min: 0, max: 65_535 }),
    data: text,
    options,
  })
  .map(({ control: on, seq, ack, options: drawn, ...fields }) => (tcb) => {
    const met = tcb ?? BLANK;
    const { mss, wscale, sack, ts, ecr, sackPermitted } = drawn;
    const opts: Options = {
      ...(mss !== null && on.syn ? { mss } : {}),
      ...(wscale !== null && on.syn ? { wscale } : {}),
      ...(sackPermitted && on.syn ? { sackPermitted: true } : {}),
      ...(sack === null ? {} : { sack }),
      ...(ts === null ? {} : { ts: { val: ts(met), ecr } }),
    };
    const seg: Segment = from(on, { ...fields, seq: seq(met), ack: ack(met), options: opts });
    return { type: 'SEGMENT-ARRIVES', seg };
  });

const settings = fc.record(
  {
    nagle: fc.boolean(),
    keepAlive: fc.option(
      fc.record({
        idle: fc.integer({ min: 1, max: 9_000_000 }),
        interval: fc.integer({ min: 1, max: 100_000 }),
        probes: fc.integer({ min: 1, max: 9 }),
      }),
    ),
    userTimeout: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
    reports: fc.boolean(),
  },
  { requiredKeys: [] },
);

const call: fc.Arbitrary<Call> = fc.oneof(
  fc.constantFrom<Call>(
    ...([
      { type: 'OPEN', mode: 'passive', local: US },
      { type: 'OPEN', mode: 'active', local: US, remote: PEER },
      { type: 'CLOSE' },
      { type: 'CLOSE', halfDuplex: true },
      { type: 'ABORT' },
      { type: 'STATUS' },
    ] as const),
  ),
  fc.constantFrom(0, 1, 5, 65_535).map((max): Call => ({ type: 'RECEIVE', max })),
  text.map((data): Call => ({ type: 'SEND', data })),
  settings.map((one): Call => ({ type: 'SET', settings: one })),
);

const icmp: fc.Arbitrary<Drawn> = fc
  .record({
    error: fc.constantFrom(...ICMP_ERRORS),
    seq: ackNumber,
    mtu: fc.constantFrom(undefined, 0, 68, 576, 1_500, 65_535),
  })
  .map(({ seq, mtu, error }) => (tcb) => ({
    type: 'ICMP',
    error,
    seq: seq(tcb ?? BLANK),
    ...(mtu === undefined ? {} : { mtu }),
  }));

/** Mostly a timer that runs; now and then one that does not. */
const timeout: fc.Arbitrary<Drawn> = fc
  .record({ any: fc.constantFrom(...TIMERS), nth: fc.nat(), stray: flag(20) })
  .map(({ any, nth, stray }) => (tcb) => {
    const running = Object.keys(tcb?.timers ?? {}) as Timer[];
    const timer = stray ? any : (running[nth % Math.max(1, running.length)] ?? any);
    return { type: 'TIMEOUT', timer };
  });

const event: fc.Arbitrary<Drawn> = fc.oneof(
  { weight: 5, arbitrary: segment },
  { weight: 3, arbitrary: call.map((one) => () => one) },
  { weight: 2, arbitrary: timeout },
  icmp,
);

const moment = fc.record({
  event,
  later: fc.constantFrom(0, 1, 40, 1_000, 100_000, 3_000_000_000),
  listening: fc.boolean(),
  isn: word,
});

const PEERS: Options = { mss: 1_460, wscale: 3, sackPermitted: true, ts: { val: 7, ecr: 0 } };

/** The segments that lead from an OPEN to each state, and the calls between them. */
function wayTo(state: State): Drawn[] {
  const arrives =
    (on: Partial<Ctl>, fields: (tcb: Tcb) => Partial<Segment> = () => ({})): Drawn =>
    (tcb) => {
      const met = tcb ?? BLANK;
      const opts = { ...(on.syn ? PEERS : {}), ts: { val: 7, ecr: 0 } };
      const numbers = { seq: met.rcv.nxt, ack: met.snd.nxt, options: opts };
      return { type: 'SEGMENT-ARRIVES', seg: from(on, { ...numbers, ...fields(met) }) };
    };
  const oneCall =
    (one: Call): Drawn =>
    () =>
      one;
  const listen = (): Drawn[] => [oneCall({ type: 'OPEN', mode: 'passive', local: US })];
  const received = () => [...listen(), arrives({ syn: true }, () => ({ seq: 0xffff_fff0 }))];
  const established = () => [...received(), arrives({ ack: true })];
  const closed = () => [...established(), oneCall({ type: 'CLOSE' })];
  const fin = arrives({ fin: true, ack: true });
  const finOnly = arrives({ fin: true, ack: true }, (tcb) => ({ ack: tcb.snd.una }));
  const ways: Record<State, () => Drawn[]> = {
    CLOSED: () => [],
    LISTEN: listen,
    'SYN-SENT': () => [oneCall({ type: 'OPEN', mode: 'active', local: US, remote: PEER })],
    'SYN-RECEIVED': received,
    ESTABLISHED: established,
    'FIN-WAIT-1': closed,
    'FIN-WAIT-2': () => [...closed(), arrives({ ack: true })],
    'CLOSE-WAIT': () => [...established(), fin],
    CLOSING: () => [...closed(), finOnly],
    'LAST-ACK': () => [...established(), fin, oneCall({ type: 'CLOSE' })],
    'TIME-WAIT': () => [...closed(), arrives({ ack: true }), fin],
  };
  return ways[state]();
}

const BLANK: Tcb = ((): Tcb => {
  const opened = step(
    reference,
    null,
    { type: 'OPEN', mode: 'passive', local: US },
    { now: 0, config: PROFILES.rfc9293, isn: () => 0 },
  ).tcb;
  if (opened === null) throw new Error('a passive OPEN led to CLOSED');
  return { ...opened, remote: PEER };
})();

/** Forbids writing to anything but octets, which a runtime cannot freeze. */
function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  Object.values(value).forEach(freeze);
  return Object.freeze(value);
}

const inJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    part instanceof Uint8Array ? { octets: Buffer.from(part).toString('latin1') } : part,
  );

function fromJson<T>(text: string): T {
  return JSON.parse(text, (_key, part: { octets?: string } | null) =>
    typeof part?.octets === 'string' ? new Uint8Array(Buffer.from(part.octets, 'latin1')) : part,
  ) as T;
}

/** A step's result as text. A field that got an equal value is no change worth a word. */
function resultText({ diff, ...rest }: StepResult): string {
  const changes = Object.entries(diff).filter(([, [was, is]]) => inJson(was) !== inJson(is));
  return inJson({ ...rest, diff: Object.fromEntries(changes) });
}

/** The TCB's fields by the paths that a diff uses. */
function fieldsOf(tcb: Tcb | null): Record<string, unknown> {
  if (tcb === null) return {};
  const { snd, rcv, timers, ...plain } = tcb;
  const within = (name: string, record: object) =>
    Object.entries(record).map(([key, value]): [string, unknown] => [`${name}.${key}`, value]);
  return {
    ...plain,
    ...Object.fromEntries([...within('snd', snd), ...within('rcv', rcv)]),
    ...Object.fromEntries(within('timers', timers)),
  };
}

/** The RFC's answer to a call that the state refuses (§3.10.1 to §3.10.6); `null` if it is allowed. */
function refusalOf(tcb: Tcb | null, { type }: TcpEvent): string | null {
  const state = tcb?.state ?? 'CLOSED';
  const isCall = ['OPEN', 'SEND', 'RECEIVE', 'CLOSE', 'ABORT', 'STATUS'].includes(type);
  if (!isCall) return null;
  if (state === 'CLOSED') return type === 'OPEN' ? null : 'connection does not exist';
  if (type === 'OPEN' && state !== 'LISTEN') return 'connection already exists';
  if (type === 'SEND' && state === 'LISTEN') return 'remote socket unspecified';
  const bothClosed = ['CLOSING', 'LAST-ACK', 'TIME-WAIT'].includes(state);
  const weClosed = bothClosed || state === 'FIN-WAIT-1' || state === 'FIN-WAIT-2';
  if (weClosed && (type === 'SEND' || type === 'CLOSE')) return 'connection closing';
  if (bothClosed && type === 'RECEIVE') return 'connection closing';
  const nothingLeft = state === 'CLOSE-WAIT' && tcb?.in.length === 0;
  return nothingLeft && type === 'RECEIVE' ? 'connection closing' : null;
}

function checkSent(effect: Effect, config: Config): void {
  if (effect.type !== 'send') return;
  const { seq, ack, wnd, up, data, options: opts } = effect.seg;
  const { ts, sack = [], mss = 0, wscale = 0 } = opts;
  const words = [
    seq,
    ack,
    ts?.val ?? 0,
    ts?.ecr ?? 0,
    ...sack.flatMap((one) => Object.values(one)),
  ];
  for (const one of words) expect(isSeq(one)).toBe(true);
  for (const field of [wnd, up, mss]) {
    expect(Number.isInteger(field) && field >= 0 && field <= 65_535).toBe(true);
  }
  expect(wscale).toBeLessThanOrEqual(14);
  expect(data.length).toBeLessThanOrEqual(Math.max(config.mss, DEFAULT_MSS));
}

function checkTcb(tcb: Tcb, before: Tcb | null, now: number): void {
  expect(STATES).toContain(tcb.state);
  expect(tcb.state).not.toBe('CLOSED');
  const { snd, rcv } = tcb;
  const numbers = [tcb.iss, tcb.irs, snd.una, snd.nxt, snd.wl1, snd.wl2, rcv.nxt, rcv.acked];
  const kept = [...tcb.rtx, ...tcb.held].map(({ seq }) => seq);
  for (const n of [...numbers, ...kept, tcb.finSeq ?? 0, rcv.tsRecent ?? 0]) {
    expect(isSeq(n)).toBe(true);
  }
  for (const n of [snd.wnd, snd.maxWnd, snd.mss, rcv.wnd, snd.shift, rcv.shift ?? 0]) {
    expect(Number.isInteger(n) && n >= 0).toBe(true);
  }
  expect(snd.shift).toBeLessThanOrEqual(14);
  expect((snd.nxt - snd.una) | 0).toBeGreaterThanOrEqual(0);
  for (const [timer, at] of Object.entries(tcb.timers)) {
    expect(TIMERS).toContain(timer);
    const isOld = before?.timers[timer as Timer] === at;
    expect(Number.isFinite(at) && (isOld || at >= now)).toBe(true);
  }
  expect(tcb.rto > 0 && Number.isFinite(tcb.rto)).toBe(true);
  if (tcb.state === 'LISTEN') expect([tcb.timers, tcb.rtx]).toEqual([{}, []]);
}

function checkDiff(before: Tcb | null, { tcb, diff }: StepResult): void {
  const old = fieldsOf(before);
  const now = fieldsOf(tcb);
  for (const [path, [was, is]] of Object.entries(diff)) {
    if (before !== null) expect([path, was]).toEqual([path, old[path] ?? null]);
    if (tcb !== null) expect([path, is]).toEqual([path, now[path] ?? null]);
  }
  if (before === null || tcb === null) return;
  for (const path of new Set([...Object.keys(old), ...Object.keys(now)])) {
    const same = inJson(old[path] ?? null) === inJson(now[path] ?? null);
    if (!same) expect(Object.keys(diff)).toContain(path);
  }
}

function checkStep(before: Tcb | null, one: TcpEvent, result: StepResult, env: Env): void {
  const { tcb, effects } = result;
  expect(effects.length).toBeLessThanOrEqual(1_000);
  for (const effect of effects) checkSent(effect, env.config);
  let state = before?.state ?? 'CLOSED';
  for (const effect of effects) {
    if (effect.type !== 'state') continue;
    expect(effect.from).toBe(state);
    state = effect.to;
  }
  expect(tcb?.state ?? 'CLOSED').toBe(state);
  if (tcb !== null) checkTcb(tcb, before, env.now);
  checkDiff(before, result);
  expect(result.by).toBe('reference');

  const refusal = refusalOf(before, one);
  if (refusal === null || (one.type === 'CLOSE' && one.halfDuplex === true)) return;
  expect(effects).toMatchObject([{ type: 'signal', signal: refusal }]);
  expect(result.diff).toEqual({});
}

/** A connection in `start`, as a host of that profile comes to it at time 5 000. */
function begin(start: State, config: Config): Tcb | null {
  let tcb: Tcb | null = null;
  for (const drawn of wayTo(start)) {
    tcb = called(step(reference, tcb, drawn(tcb), { now: 5_000, config, isn: () => 0xffff_fffd }));
  }
  expect(tcb?.state ?? 'CLOSED').toBe(start);
  return tcb;
}

/** What a host makes of LISTEN: it fills in who called. */
const called = ({ tcb }: StepResult): Tcb | null =>
  tcb?.state === 'LISTEN' ? { ...tcb, remote: PEER } : tcb;

it.each(Object.keys(PROFILES) as ProfileName[])(
  'any events from any state, in profile %s',
  (profile) => {
    const config = PROFILES[profile];
    fc.assert(
      fc.property(
        fc.constantFrom(...STATES),
        fc.array(moment, { minLength: 1, maxLength: 12 }),
        (start, moments) => {
          let tcb = begin(start, config);
          let now = 5_000;
          const story: string[] = [];
          try {
            for (const { event: drawn, later, listening, isn } of moments) {
              now += later;
              const env: Env = { now, config, listening, isn: () => isn };
              const before = freeze(tcb);
              const one = freeze(drawn(before));
              story.push(`${now} ms, ${before?.state ?? 'CLOSED'}: ${inJson(one)}`);
              const image = inJson([before, one]);
              const result = step(reference, before, one, env);
              expect(inJson([before, one])).toBe(image);
              checkStep(before, one, result, env);
              const again = step(reference, fromJson(inJson(before)), fromJson(inJson(one)), env);
              expect(resultText(again)).toBe(resultText(result));
              tcb = called(result);
            }
          } catch (error) {
            throw new Error(['after', ...story].join('\n  '), { cause: error });
          }
        },
      ),
      { numRuns: RUNS },
    );
  },
);
