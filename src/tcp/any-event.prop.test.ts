/* Anything may happen in any state, in every profile: what must hold all the same. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { moment, wayTo } from '../../tests/properties/events.ts';
import type { Config } from './config.ts';
import { DEFAULT_MSS } from './draft.ts';
import type { Effect } from './effect.ts';
import type { Env, StepResult } from './engine.ts';
import type { TcpEvent } from './event.ts';
import { PEER } from './fixtures.ts';
import { PROFILES, type ProfileName } from './profiles.ts';
import { reference } from './reference.ts';
import { isSeq } from './seq.ts';
import { STATES, type State } from './state.ts';
import { step } from './step.ts';
import { type Tcb, type Timer, TIMERS } from './tcb.ts';

const RUNS = Number(process.env['FC_RUNS'] ?? 500);

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
  // What came before the peer's FIN may still be taken.
  const nothingLeft = (bothClosed || state === 'CLOSE-WAIT') && tcb?.in.length === 0;
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
