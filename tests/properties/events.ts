/* Events that may happen to a connection, drawn so that many of them hit an edge. */
import fc from 'fast-check';
import {
  add,
  type Call,
  type Ctl,
  ICMP_ERRORS,
  type Options,
  PROFILES,
  reference,
  type Segment,
  type State,
  step,
  type Tcb,
  type TcpEvent,
  type Timer,
  TIMERS,
} from '#tcp';
import { from, PEER, US } from '#tcp/fixtures.ts';

/** What numbers count from where there is no connection. */
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

/** One event as it is drawn: its numbers count from those of the connection that it will meet. */
export type Drawn = (tcb: Tcb | null) => TcpEvent;

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

/** An event, when it comes, and what the host says then. */
export const moment = fc.record({
  event,
  later: fc.constantFrom(0, 1, 40, 1_000, 100_000, 3_000_000_000),
  listening: fc.boolean(),
  isn: word,
});

const PEERS: Options = { mss: 1_460, wscale: 3, sackPermitted: true, ts: { val: 7, ecr: 0 } };

/** The segments that lead from an OPEN to each state, and the calls between them. */
export function wayTo(state: State): Drawn[] {
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
