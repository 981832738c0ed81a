import fc from 'fast-check';
import { PROFILES, SIGNALS, STATES, TIMERS, type Effect, type Segment, type TcpEvent } from '#tcp';
import type { StepEntry, Trace, TraceEntry, TransitEntry } from './trace.ts';

/* Traces for property tests: whatever the types allow, sensible or not. */

const time = fc.oneof(fc.nat(), fc.double({ noNaN: true, min: -1e6, max: 1e12 })).map((t) => t + 0);
const u16 = fc.nat(0xffff);
const u32 = fc.nat(0xffff_ffff);
const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constant('on its way'));
const octets = fc.oneof(
  fc.uint8Array({ maxLength: 20 }),
  fc.string().map((each) => new TextEncoder().encode(each)),
);
const state = fc.constantFrom(...STATES);
const rule = fc.option(fc.oneof(fc.constantFrom('3.10.7.4/5', 'MUST-13', 'RFC5961/3.2'), text));
const endpoint = fc.record({
  address: fc.oneof(fc.ipV4(), fc.ipV6()),
  port: fc.integer({ min: 1, max: 0xffff }),
});
const bit = fc.boolean();
const bits = { cwr: bit, ece: bit, urg: bit, ack: bit, psh: bit, rst: bit, syn: bit, fin: bit };
const options = fc.record(
  {
    mss: u16,
    wscale: fc.nat(14),
    sackPermitted: bit,
    sack: fc.array(fc.record({ left: u32, right: u32 }), { maxLength: 3 }),
    ts: fc.record({ val: u32, ecr: u32 }),
  },
  { requiredKeys: [] },
);
const segment: fc.Arbitrary<Segment> = fc.record({
  ...{ src: endpoint, dst: endpoint, seq: u32, ack: u32, ctl: fc.record(bits), wnd: u16, up: u16 },
  ...{ data: octets, options },
});

const event: fc.Arbitrary<TcpEvent> = fc.oneof(
  fc.record({ type: fc.constant('SEGMENT-ARRIVES'), seg: segment }),
  fc.record({ type: fc.constant('TIMEOUT'), timer: fc.constantFrom(...TIMERS) }),
  fc.record({ type: fc.constant('OPEN'), mode: fc.constant('passive'), local: endpoint }),
  fc.record({
    ...{ type: fc.constant('OPEN'), mode: fc.constant('active') },
    ...{ local: endpoint, remote: endpoint },
  }),
  fc.record({ type: fc.constant('SEND'), data: octets }),
  fc.record({ type: fc.constantFrom('CLOSE', 'ABORT', 'STATUS') }),
  fc.record({ type: fc.constant('SET'), settings: fc.record({ nagle: bit }) }),
);

const effect: fc.Arbitrary<Effect> = fc.oneof(
  fc.record({ type: fc.constant('send'), seg: segment, again: bit, rule }),
  fc.record({ type: fc.constant('state'), from: state, to: state, rule }),
  fc.record({
    ...{ type: fc.constant('timer'), timer: fc.constantFrom(...TIMERS) },
    ...{ at: fc.option(time), rule },
  }),
  fc.record({ type: fc.constant('signal'), signal: fc.constantFrom(...SIGNALS), rule }),
  fc.record({ type: fc.constant('deliver'), data: octets, rule }),
  fc.record({ type: fc.constant('drop'), why: text, rule }),
);

/** Names of hosts and transits: usual ones that are borne twice now and then, and odd ones. */
const name = fc.oneof(fc.constantFrom('A', 'B', 'A1', 'B2', 'segment', '#1', "A1'"), text);
const number = fc.nat(9);
const value = fc.oneof(u32, octets, text, fc.constant(null), fc.array(u32), endpoint);
const diff = fc.dictionary(
  text.filter((key) => key !== '__proto__'),
  fc.tuple(value, value),
  { maxKeys: 3, noNullPrototype: true },
);

const step: fc.Arbitrary<StepEntry> = fc.record(
  {
    ...{ kind: fc.constant('step'), n: number, t: time, host: name, conn: name },
    ...{ by: fc.constantFrom('reference', 'learner'), before: state, after: state, event },
    effects: fc.array(effect, { maxLength: 4 }),
    diff,
    ...{ cites: fc.array(text, { maxLength: 2 }), transit: number },
  },
  {
    requiredKeys: [
      ...(['kind', 'n', 't', 'host', 'conn', 'by', 'before', 'after'] as const),
      ...(['event', 'effects', 'diff'] as const),
    ],
  },
);

const transit: fc.Arbitrary<TransitEntry> = fc.record(
  {
    ...{ kind: fc.constant('transit'), n: number, t: time, from: name, to: name, id: number, name },
    ...{ seg: segment, again: bit, until: time },
    fate: fc.constantFrom('delivered', 'lost', 'on its way', 'unknown'),
    ...{ copyOf: number, uncaptured: number, lost: fc.record({ by: name, why: text }) },
  },
  {
    requiredKeys: [
      ...(['kind', 'n', 't', 'from', 'to', 'id', 'name'] as const),
      ...(['seg', 'again', 'until', 'fate'] as const),
    ],
  },
);

/** A transit, the step that sent it and the step that took it, as an engine would leave them. */
const exchange: fc.Arbitrary<readonly TraceEntry[]> = fc
  .tuple(transit, step, step)
  .map(([way, sends, takes]) => [
    {
      ...{ ...sends, host: way.from, t: way.t },
      effects: [{ type: 'send', seg: way.seg, again: way.again, rule: null }],
    },
    way,
    { ...takes, transit: way.id, event: { type: 'SEGMENT-ARRIVES', seg: way.seg } },
  ]);

const other: fc.Arbitrary<TraceEntry> = fc.oneof(
  fc.record(
    {
      ...{ kind: fc.constant('seen'), n: number, t: time, host: name, conn: name },
      ...{ before: fc.option(state), after: fc.option(state), sent: number, transit: number },
    },
    { requiredKeys: ['kind', 'n', 't', 'host', 'conn', 'before', 'after'] },
  ),
  fc.record({ kind: fc.constant('crash'), n: number, t: time, host: name, lost: fc.array(text) }),
  fc.record({
    kind: fc.constant('plug'),
    n: number,
    t: time,
    between: fc.tuple(name, name),
    up: bit,
  }),
  fc.record({
    ...{ kind: fc.constant('discard'), n: number, t: time, host: name, transit: number },
    ...{ why: text, rule },
  }),
  fc.record({
    ...{ kind: fc.constant('icmp'), n: number, t: time, from: name, to: name, id: number, name },
    ...{ until: time, fate: fc.constant('delivered'), about: number },
    error: fc.constantFrom('host unreachable', 'time exceeded'),
  }),
);

/** Any Trace. The place of an entry is its `n`, now and then not. */
export const anyTrace: fc.Arbitrary<Trace> = fc
  .record({
    version: fc.constant(1),
    hosts: fc.array(
      fc.record(
        {
          ...{ name, title: text, address: fc.oneof(fc.ipV4(), fc.ipV6()) },
          config: fc.option(fc.constantFrom(...Object.values(PROFILES))),
          initial: fc.option(state),
          kept: fc.array(
            fc.record({ conn: name, local: endpoint, remote: fc.option(endpoint), diff }),
            { maxLength: 2 },
          ),
        },
        { requiredKeys: ['name', 'title', 'address', 'config', 'initial'] },
      ),
      { maxLength: 3 },
    ),
    entries: fc.array(fc.oneof(exchange, ...[step, transit, other].map((each) => fc.tuple(each)))),
    end: time,
    ordered: bit,
  })
  .map(({ entries, ordered, ...trace }): Trace => {
    const flat = entries.flat();
    return { ...trace, entries: ordered ? flat.map((entry, n) => ({ ...entry, n })) : flat };
  });
