import { describe, expect, it } from 'vitest';
import { ctl, NO_DATA, reference, RFC9293, type Segment, withPlanks } from '#tcp';
import { type HostRun, type Input, replay, ReplayError } from './replay.ts';

const local = { address: '10.0.0.2', port: 8001 };
const peer = (port: number) => ({ address: '10.0.0.1', port });

const syn = (port: number, seq: number): Segment => ({
  src: peer(port),
  dst: local,
  seq,
  ack: 0,
  ctl: ctl({ syn: true }),
  wnd: 65_535,
  up: 0,
  data: NO_DATA,
  options: {},
});

const run: HostRun = {
  config: RFC9293,
  isn: [300, 400],
  inputs: [
    { at: 0, kind: 'call', conn: 'l', call: { type: 'OPEN', mode: 'passive', local } },
    { at: 100, kind: 'segment', seg: syn(40_001, 100) },
    { at: 100, kind: 'segment', seg: syn(40_002, 200) },
  ],
  until: 10_000,
};

describe('replay', () => {
  it('lets the clock run on: a SYN,ACK that nobody answers is sent again at 1, 3, 7 s', () => {
    const { entries } = replay(reference, run);
    const again = entries.filter(({ cause, conn }) => 'timer' in cause && conn === 'l.1');
    expect(again.map(({ t }) => t)).toEqual([1_100, 3_100, 7_100]);
  });

  it('makes a connection for each caller, with its own initial sequence number', () => {
    const { entries } = replay(reference, run);
    const answers = entries.flatMap(({ conn, t, effects }) =>
      effects.flatMap((one) => (one.type === 'send' && t === 100 ? [[conn, one.seg.seq]] : [])),
    );
    expect(answers).toEqual([
      ['l.1', 300],
      ['l.2', 400],
    ]);
  });

  it('keeps the queues of a listener, and lets its program accept', () => {
    const ack = (port: number, seq: number, ours: number): Segment => ({
      ...syn(port, seq),
      ack: ours,
      ctl: ctl({ ack: true }),
    });
    const [listen, first, second] = run.inputs as [Input, Input, Input];
    const inputs: Input[] = [
      listen,
      { at: 0, kind: 'backlog', conn: 'l', backlog: 1 },
      first,
      second,
      { at: 200, kind: 'segment', seg: ack(40_001, 101, 301) },
      { at: 300, kind: 'accept', conn: 'l' },
      { at: 400, kind: 'segment', seg: syn(40_002, 200) },
    ];
    const { entries } = replay(reference, { ...run, inputs, until: 500 });
    const story = entries.map(({ t, conn, after }) => [t, conn, after]);
    expect(story).toEqual([
      [0, 'l', 'LISTEN'],
      [100, 'l.1', 'SYN-RECEIVED'],
      [100, 'l', 'LISTEN'],
      [200, 'l.1', 'ESTABLISHED'],
      [400, 'l.2', 'SYN-RECEIVED'],
    ]);
  });

  it('lets ICMP messages arrive, and leaves out those that concern nobody', () => {
    const open = { type: 'OPEN', mode: 'active', local, remote: peer(80) } as const;
    const about = { error: 'port unreachable', local, seq: 300 } as const;
    const inputs: Input[] = [
      { at: 0, kind: 'call', conn: 'c', call: open },
      { at: 10, kind: 'icmp', message: { ...about, remote: peer(81) } },
      { at: 20, kind: 'icmp', message: { ...about, remote: peer(80) } },
    ];
    const { entries } = replay(reference, { ...run, inputs });
    expect(entries.map(({ t, after }) => [t, after])).toEqual([
      [0, 'SYN-SENT'],
      [20, 'CLOSED'],
    ]);
  });

  it('says on which event a plank threw, and what went before', () => {
    const broken = withPlanks(reference, {
      listen() {
        throw new Error('oops');
      },
    });
    const heard: unknown[] = [];
    const failing = () => replay(broken, run, (at) => heard.push(at));
    expect(failing).toThrow(ReplayError);
    expect(heard.at(-1)).toEqual({ input: 1, t: 100 });
    try {
      failing();
    } catch (error) {
      expect(error).toMatchObject({ message: 'oops', at: { input: 1, t: 100 } });
      expect((error as ReplayError).record.entries).toHaveLength(1);
    }
  });

  it('stops timers that breed timers', () => {
    const breeding = {
      ...reference,
      cells: {
        ...reference.cells,
        'SYN-RECEIVED': {
          ...reference.cells['SYN-RECEIVED'],
          TIMEOUT: (_tcb: unknown, _event: unknown, act: { arm(t: string, ms: number): void }) =>
            act.arm('RETRANSMISSION', 0),
        },
      },
    } as typeof reference;
    expect(() => replay(breeding, run)).toThrow(/more than 100000 events/);
  });
});
