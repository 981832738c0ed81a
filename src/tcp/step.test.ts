import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { after, arrival, env, from, inState, IRS, ISS, octets, sent } from './fixtures.ts';
import { signals, OURS, THEIRS } from './fixtures.ts';
import type { Call } from './event.ts';
import { PlankError } from './plank-error.ts';
import { reference } from './reference.ts';
import type { Segment } from './segment.ts';
import { isSeq } from './seq.ts';
import { STATES, type State } from './state.ts';
import { step } from './step.ts';
import { withPlanks } from './with-planks.ts';

type Living = Exclude<State, 'CLOSED'>;
const LIVING = STATES.filter((state): state is Living => state !== 'CLOSED');
const ack = (fields: Partial<Segment> = {}) => arrival(from({ ack: true }, fields));
const fin = (fields: Partial<Segment> = {}) => arrival(from({ ack: true, fin: true }, fields));
const rst = (fields: Partial<Segment> = {}) => arrival(from({ rst: true }, fields));
const plus = (n: number, k: number) => (n + k) >>> 0;

describe('step', () => {
  it.each(LIVING)('reaches %s by the fixtures', (state) => {
    expect(inState(state).state).toBe(state);
  });

  it('leaves the TCB it was given as it was, and repeats itself', () => {
    for (const state of LIVING) {
      const tcb = inState(state);
      const before = structuredClone(tcb);
      const first = after(tcb, fin());
      expect(tcb).toEqual(before);
      expect(after(tcb, fin())).toEqual(first);
    }
  });

  it('names every field that changed, and no other', () => {
    const { diff } = after(inState('ESTABLISHED'), ack({ data: octets('hello') }));
    expect(Object.keys(diff).sort()).toEqual(['in', 'rcv.acked', 'rcv.nxt', 'rcv.wnd']);
    expect(diff['rcv.nxt']).toEqual([THEIRS, plus(THEIRS, 5)]);
  });

  it('keeps the TCB and throws on where a plank throws', () => {
    const broken = withPlanks(reference, {
      listen() {
        throw new Error('oops');
      },
    });
    expect(() => after(inState('LISTEN'), arrival(from({ syn: true })), broken)).toThrow('oops');
  });

  it('says whose code acted', () => {
    const own = withPlanks(reference, { listen: (_tcb, seg, act) => act.reset(seg) });
    expect(after(inState('LISTEN'), ack(), own).by).toBe('learner');
    expect(after(inState('ESTABLISHED'), ack(), own).by).toBe('reference');
  });

  it.each<[string, Parameters<typeof withPlanks>[1], RegExp]>([
    [
      'a number that is none',
      { listen: (_t, s, a) => a.send({ syn: true }, { seq: s.seq + 0.5 }) },
      /act\.send: seq is/,
    ],
    [
      'an ACK without a number',
      { listen: (_t, s, a) => a.send({ ack: true }, { seq: s.seq }) },
      /act\.send: ack is undefined/,
    ],
    [
      'a state that is none',
      { listen: (t) => void (t.state = 'OPEN' as State) },
      /tcb\.state is 'OPEN'/,
    ],
    [
      'a sum past the wrap',
      { listen: (t) => void (t.rcv.nxt = 2 ** 32) },
      /tcb\.rcv\.nxt is 4294967296/,
    ],
    [
      'more text than a segment carries',
      {
        listen: (_t, _s, a) => a.send({}, { seq: 0, data: new Uint8Array(65_536) }),
      },
      /data has 65536 octets/,
    ],
    [
      'more text for the user than a segment carries',
      { listen: (_t, _s, a) => a.deliver(new Uint8Array(1e6)) },
      /act\.deliver: data has 1000000 octets/,
    ],
    [
      'segments without end',
      {
        listen: (_t, s, a) => {
          for (;;) a.reset(s);
        },
      },
      /more than 1000 effects/,
    ],
  ])('refuses %s', (_what, planks, message) => {
    const own = withPlanks(reference, planks);
    const run = () => after(inState('LISTEN'), arrival(from({ syn: true })), own);
    expect(run).toThrow(PlankError);
    expect(run).toThrow(message);
  });
});

describe('closing', () => {
  it('takes the four segments of RFC 9293 Figure 12', () => {
    const closing = after(inState('ESTABLISHED'), { type: 'CLOSE' });
    expect(sent(closing.effects)).toEqual(['FIN,ACK seq=1 ack=1']);
    const halfway = after(closing.tcb, ack({ ack: plus(OURS, 1) }));
    expect(halfway.tcb?.state).toBe('FIN-WAIT-2');
    const last = after(halfway.tcb, fin({ ack: plus(OURS, 1) }));
    expect(sent(last.effects)).toEqual(['ACK seq=2 ack=2']);
    expect(last.tcb).toMatchObject({ state: 'TIME-WAIT', timers: { 'TIME-WAIT': 241_000 } });
  });

  it('goes from FIN-WAIT-1 to TIME-WAIT when the FIN acknowledges ours', () => {
    const { tcb } = after(inState('FIN-WAIT-1'), fin({ ack: plus(OURS, 1) }));
    expect(tcb?.state).toBe('TIME-WAIT');
  });

  it('answers a repeated FIN in TIME-WAIT and waits anew, but not a bare ACK', () => {
    const later = { ...env, now: 50_000 };
    const repeated = step(reference, inState('TIME-WAIT'), fin({ ack: plus(OURS, 1) }), later);
    expect(sent(repeated.effects)).toEqual(['ACK seq=2 ack=2']);
    expect(repeated.tcb?.timers['TIME-WAIT']).toBe(290_000);
    const bare = step(
      reference,
      inState('TIME-WAIT'),
      ack({ seq: plus(THEIRS, 1), ack: plus(OURS, 1) }),
      later,
    );
    expect(sent(bare.effects)).toEqual([]);
    expect(bare.tcb?.timers['TIME-WAIT']).toBe(241_000);
  });

  it('acknowledges a repeated FIN in CLOSE-WAIT', () => {
    const { effects } = after(inState('CLOSE-WAIT'), fin());
    expect(sent(effects)).toEqual(['ACK seq=1 ack=2']);
  });

  it.each<[Living]>([['CLOSING'], ['LAST-ACK']])(
    'stays in %s on an ACK that misses the FIN',
    (state) => {
      const { tcb } = after(inState(state), ack({ seq: plus(THEIRS, 1) }));
      expect(tcb?.state).toBe(state);
    },
  );

  it('sends the FIN after the octets that wait, and only once', () => {
    const shut = { ...inState('ESTABLISHED') };
    const narrow = { ...shut, snd: { ...shut.snd, wnd: 3, maxWnd: 3 } };
    const { tcb } = after(narrow, { type: 'SEND', data: octets('hello') });
    const closed = after(tcb, { type: 'CLOSE' });
    expect(closed.tcb?.state).toBe('FIN-WAIT-1');
    expect(sent(closed.effects)).toEqual([]);
    const open = after(closed.tcb, ack({ ack: plus(OURS, 3) }));
    expect(sent(open.effects)).toEqual(['PSH,ACK seq=4 ack=1 len=2', 'FIN,ACK seq=6 ack=1']);
    expect(signals(after(open.tcb, { type: 'CLOSE' }).effects)).toEqual(['connection closing']);
  });
});

describe('resets (RFC 9293 §3.10.7.4 second, RFC 5961)', () => {
  it('believes only the exact number', () => {
    const tcb = inState('ESTABLISHED');
    expect(after(tcb, rst()).tcb).toBeNull();
    const near = after(tcb, rst({ seq: plus(THEIRS, 10) }));
    expect(sent(near.effects)).toEqual(['ACK seq=1 ack=1']);
    expect(near.tcb?.state).toBe('ESTABLISHED');
    const far = after(tcb, rst({ seq: plus(THEIRS, 70_000) }));
    expect(sent(far.effects)).toEqual([]);
  });

  it('returns a passive SYN-RECEIVED to LISTEN and refuses an active one (MUST-11)', () => {
    const passive = inState('SYN-RECEIVED');
    expect(after(passive, rst()).tcb?.state).toBe('LISTEN');
    const active = after(inState('SYN-SENT'), arrival(from({ syn: true }, { seq: IRS, ack: 0 })));
    expect(active.tcb?.state).toBe('SYN-RECEIVED');
    const refused = after(active.tcb, rst());
    expect(refused.tcb).toBeNull();
    expect(signals(refused.effects)).toEqual(['connection refused']);
  });

  it('takes a reset in SYN-SENT only if it acknowledges our SYN', () => {
    const tcb = inState('SYN-SENT');
    expect(after(tcb, rst({ seq: 0 })).tcb?.state).toBe('SYN-SENT');
    const good = arrival(from({ rst: true, ack: true }, { seq: 0, ack: OURS }));
    expect(signals(after(tcb, good).effects)).toEqual(['connection reset']);
    const bad = arrival(from({ rst: true, ack: true }, { seq: 0, ack: ISS }));
    expect(after(tcb, bad).tcb?.state).toBe('SYN-SENT');
  });
});

describe('any event in any state', () => {
  const seq = fc.oneof(
    fc.integer({ min: 0, max: 0xffff_ffff }),
    fc.integer({ min: -3, max: 3 }).map((n) => plus(THEIRS, n)),
    fc.integer({ min: -3, max: 3 }).map((n) => plus(OURS, n)),
  );
  const bits = fc.record({
    ack: fc.boolean(),
    syn: fc.boolean(),
    fin: fc.boolean(),
    rst: fc.boolean(),
    psh: fc.boolean(),
    urg: fc.boolean(),
    ece: fc.boolean(),
    cwr: fc.boolean(),
  });
  const segment = fc.record({ on: bits, seq, ack: seq, data: fc.uint8Array({ maxLength: 5 }) });
  const call: fc.Arbitrary<Call> = fc.oneof(
    fc.constantFrom<Call>({ type: 'CLOSE' }, { type: 'ABORT' }, { type: 'STATUS' }),
    fc.integer({ min: 0, max: 9 }).map((max): Call => ({ type: 'RECEIVE', max })),
    fc.uint8Array({ maxLength: 9 }).map((data): Call => ({ type: 'SEND', data })),
  );

  it('throws nothing, stays within the eleven states and on the ring', () => {
    const runs = Number(process.env['FC_RUNS'] ?? 2_000);
    fc.assert(
      fc.property(
        fc.constantFrom(...LIVING),
        fc.array(fc.oneof(segment, call), { minLength: 1, maxLength: 6 }),
        (state, events) => {
          let tcb: ReturnType<typeof after>['tcb'] = inState(state);
          for (const event of events) {
            const next = 'type' in event ? event : arrival(from(event.on, event));
            const result = after(tcb, next);
            tcb = result.tcb;
            for (const effect of result.effects) {
              if (effect.type !== 'send') continue;
              expect(isSeq(effect.seg.seq) && isSeq(effect.seg.ack)).toBe(true);
            }
            if (tcb === null) continue;
            expect(STATES).toContain(tcb.state);
            for (const n of [tcb.snd.una, tcb.snd.nxt, tcb.rcv.nxt]) expect(isSeq(n)).toBe(true);
            for (const at of Object.values(tcb.timers)) expect(at).toBeGreaterThanOrEqual(env.now);
          }
        },
      ),
      { numRuns: runs },
    );
  });
});
