import { describe, expect, test } from 'vitest';
import { measured } from '#course/measured.ts';
import { tcbsAt } from '#figures/inspector/tcb-at.ts';
import { EDGES, PRINTED } from '#figures/states/edges.ts';
import { runScenario } from '#scenario/run.ts';
import { acceptable, ctl, leq, type Segment, type State } from '#tcp';
import { statesAt } from '#trace/states-at.ts';
import type { StepEntry, Trace, TransitEntry } from '#trace/trace.ts';
import simultaneousClose from './scenarios/simultaneous-close.ts';
import textTwice from './scenarios/text-twice.ts';
import twoStreams from './scenarios/two-streams.ts';
import wholeLife from './scenarios/whole-life.ts';

/** What crosses the link: when it leaves, its name, its numbers, and whether it is lost or a copy. */
function wire(trace: Trace): readonly string[] {
  const sent = trace.entries.filter((entry): entry is TransitEntry => entry.kind === 'transit');
  return sent.map(({ t, name, seg, again, fate }) => {
    const flags = (['syn', 'fin', 'rst', 'ack'] as const).filter((bit) => seg.ctl[bit]);
    const ack = seg.ctl.ack ? ` ack=${seg.ack}` : '';
    const text = seg.data.length === 0 ? '' : ` text=${seg.data.length}`;
    const marks = `${again ? ' again' : ''}${fate === 'lost' ? ' lost' : ''}`;
    return `${t} ${name} ${flags.join(',').toUpperCase()} seq=${seg.seq}${ack}${text}${marks}`;
  });
}

function steps(trace: Trace, host: 'A' | 'B'): readonly StepEntry[] {
  return trace.entries.filter(
    (entry): entry is StepEntry => entry.kind === 'step' && entry.host === host,
  );
}

/** The states that a host passes, with the time of each change. */
function states(trace: Trace, host: 'A' | 'B'): readonly (readonly [number, State])[] {
  return steps(trace, host)
    .filter(({ before, after }) => before !== after)
    .map(({ t, after }) => [t, after] as const);
}

/** The text that the host's program has read, and when (ms). */
function read(trace: Trace, host: 'A' | 'B'): readonly string[] {
  return steps(trace, host).flatMap(({ t, effects }) =>
    effects.flatMap((effect) =>
      effect.type === 'deliver' ? [`${t} ${String.fromCharCode(...effect.data)}`] : [],
    ),
  );
}

/** A segment with so many octets of text. */
function piece(text: number, bits: Partial<Segment['ctl']> = {}): Pick<Segment, 'ctl' | 'data'> {
  return { ctl: ctl(bits), data: new Uint8Array(text) };
}

test('ten ports make ten names, and another port of the server ten more', () => {
  const { output } = measured('ports-per-destination');
  const ports = /\[([\d, ]+)\]/.exec(output)?.[1]?.split(', ').map(Number) ?? [];
  expect(new Set(ports).size).toBe(10);
  expect(output).toContain('Cannot assign requested address');
  const again = Number(/exhausted range: (\d+)/.exec(output)?.[1]);
  expect(again).toBe(40002);
  expect(ports).toContain(again);
});

test('writing hello moves SND.NXT, and keeps a copy (the table of the TCB)', () => {
  const tcb = [...tcbsAt(runScenario(twoStreams), 'A', 0).values()].at(-1);
  expect(tcb?.snd).toMatchObject({ una: 101, nxt: 106 });
  expect(tcb?.rtx).toHaveLength(1);
});

describe('what is let in', () => {
  const at = (seq: number, text: number, bits: Partial<Segment['ctl']> = { ack: true }) => ({
    ...piece(text, bits),
    seq,
  });

  test('is what one of four cases lets in', () => {
    expect(acceptable(at(1000, 0), 1000, 0)).toBe(true);
    expect(acceptable(at(1001, 0), 1000, 0)).toBe(false);
    expect(acceptable(at(1050, 0), 1000, 100)).toBe(true);
    expect(acceptable(at(1000, 1), 1000, 0)).toBe(false);
    expect(acceptable(at(1000, 0, { fin: true, ack: true }), 1000, 0)).toBe(false);
  });

  test('begins with 991 for ten octets, where the window begins with 1000', () => {
    const let_in = Array.from({ length: 2000 }, (_, seq) => seq).filter((seq) =>
      acceptable(at(seq, 10), 1000, 100),
    );
    expect(let_in[0]).toBe(991);
    expect(let_in.at(-1)).toBe(1099);
    expect(leq(1000, 991 + 10 - 1)).toBe(true);
  });

  test('is read once, and the copy is answered (Figure A)', () => {
    const trace = runScenario(textTwice);
    expect(wire(trace)).toEqual([
      '0 A3 ACK seq=101 ack=301 text=5',
      "10 A3' ACK seq=101 ack=301 text=5",
      '40 B2 ACK seq=301 ack=106',
      '120 B3 ACK seq=301 ack=106',
    ]);
    expect(read(trace, 'B')).toEqual(['60 hello']);
  });
});

describe('a whole life (Figure B)', () => {
  const trace = runScenario(wholeLife);

  test('takes nine segments, of which the exercise shows seven', () => {
    expect(wire(trace)).toEqual([
      '0 A1 SYN seq=100',
      '40 B1 SYN,ACK seq=300 ack=101',
      '80 A2 ACK seq=101 ack=301',
      '160 A3 ACK seq=101 ack=301 text=5',
      '200 B2 ACK seq=301 ack=106',
      '320 A4 FIN,ACK seq=106 ack=301',
      '360 B3 ACK seq=301 ack=107',
      '440 B4 FIN,ACK seq=301 ack=107',
      '480 A5 ACK seq=107 ack=302',
    ]);
  });

  test('goes through the states in the order of the text', () => {
    expect(states(trace, 'A')).toEqual([
      [0, 'SYN-SENT'],
      [80, 'ESTABLISHED'],
      [320, 'FIN-WAIT-1'],
      [400, 'FIN-WAIT-2'],
      [480, 'TIME-WAIT'],
      [480 + 240_000, 'CLOSED'],
    ]);
    expect(states(trace, 'B')).toEqual([
      [40, 'SYN-RECEIVED'],
      [120, 'ESTABLISHED'],
      [360, 'CLOSE-WAIT'],
      [440, 'LAST-ACK'],
      [520, 'CLOSED'],
    ]);
  });

  test('has the two sides in different states, both of them right', () => {
    expect(statesAt(trace, 420)).toMatchObject({ A: 'FIN-WAIT-2', B: 'CLOSE-WAIT' });
    expect(statesAt(trace, 460)).toMatchObject({ A: 'FIN-WAIT-2', B: 'LAST-ACK' });
  });
});

test('Figure 5 has twenty lines, and its notes and switches more', () => {
  expect(PRINTED).toHaveLength(20);
  const drawn = (from: State, to: State) =>
    EDGES.some((edge) => edge.from === from && edge.to === to && edge.group !== 'figure');
  expect(drawn('FIN-WAIT-1', 'TIME-WAIT')).toBe(true);
  expect(drawn('SYN-RECEIVED', 'CLOSED')).toBe(true);
  expect(drawn('TIME-WAIT', 'SYN-RECEIVED')).toBe(true);
});

test('what A knows to be acknowledged follows what B expects, and never overtakes it', () => {
  const trace = runScenario(wholeLife);
  const una = (ms: number) => [...tcbsAt(trace, 'A', ms).values()].at(-1)?.snd.una ?? 0;
  const nxt = (ms: number) => [...tcbsAt(trace, 'B', ms).values()].at(-1)?.rcv.nxt ?? 0;
  for (let ms = 120; ms <= 510; ms += 10) expect(leq(una(ms), nxt(ms))).toBe(true);
  expect([una(200), nxt(200)]).toEqual([101, 106]);
});

describe('the six words', () => {
  const lines = measured('every-state-listed').output.split('\n');
  /** What `ss` calls the connection from this port of the client, first on the client. */
  const words = (port: number) =>
    lines
      .filter((line) => /^[A-Z]/.test(line) && line.includes(`10.78.0.1:${port} `))
      .map((line) => /^\S+/.exec(line)?.[0]);

  test('stand in the listing', () => {
    expect(words(44552)).toEqual(['FIN-WAIT-1', 'ESTAB']);
    expect(words(44554)).toEqual(['LAST-ACK', 'FIN-WAIT-2']);
    expect(words(44568)).toEqual(['CLOSING', 'FIN-WAIT-2']);
  });

  test('of the third pair come about when the FINs cross and one is lost', () => {
    const trace = runScenario(simultaneousClose, { lose: ['A3'] });
    expect(statesAt(trace, 100)).toMatchObject({ A: 'CLOSING', B: 'FIN-WAIT-2' });
  });
});
