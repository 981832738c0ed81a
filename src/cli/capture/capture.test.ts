/* Traces of the engine, written as a capture and read again: what is inferred is what was. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runScenario } from '#scenario/run.ts';
import type { Scenario, ScriptLine } from '#scenario/scenario.ts';
import { type ConnectionSummary, listCapture } from '#trace/capture/list.ts';
import { readCapture } from '#trace/capture/read.ts';
import { segmentsOf } from '#trace/capture/segments.ts';
import { traceToPcapng } from '#trace/capture/write.ts';
import { traceFromText } from '#trace/text.ts';
import type { Trace } from '#trace/trace.ts';
import { listingText } from './text.ts';

const open: readonly ScriptLine[] = [
  { at: -1, host: 'B', do: 'listen', port: 8001 },
  { at: 0, host: 'A', do: 'connect', to: 'B:8001', from: 40_001 },
];

const play = (script: readonly ScriptLine[], more: Partial<Scenario> = {}): Trace =>
  runScenario({
    id: 'test',
    hosts: [
      { name: 'A', title: 'client', address: '10.77.0.1', isn: [0xffff_fff0] },
      { name: 'B', title: 'server', address: '10.77.0.2', isn: [300] },
    ],
    delay: 40,
    script,
    until: 3_000,
    ...more,
  });

/** The state in which the engine's host was at last. */
const lastState = (trace: Trace, host: string) =>
  trace.entries
    .flatMap((entry) => (entry.kind === 'step' && entry.host === host ? [entry.after] : []))
    .at(-1);

const PLAYS: readonly (readonly [string, Trace, object])[] = [
  ['a handshake', play(open), { openedBy: 'a', closedFirst: null, retransmissions: 0 }],
  [
    'a call that nobody takes',
    play(open.slice(1)),
    { openedBy: 'a', closedFirst: null, resets: 1, resetBy: 'b' },
  ],
  [
    'both at once',
    play([
      { at: 0, host: 'A', do: 'connect', to: 'B:8001', from: 40_001 },
      { at: 0, host: 'B', do: 'connect', to: 'A:40001', from: 8001 },
    ]),
    { openedBy: 'both', retransmissions: 0 },
  ],
  [
    'a lost SYN, data across the wrap, a half-close',
    play(
      [
        ...open,
        { at: 1_500, host: 'A', do: 'send', text: 'twenty octets or more' },
        { at: 1_800, host: 'A', do: 'close' },
      ],
      { lose: ['A1'] },
    ),
    { closedFirst: 'a', retransmissions: 1 },
  ],
  [
    'a normal close',
    play([...open, { at: 200, host: 'A', do: 'close' }, { at: 400, host: 'B', do: 'close' }]),
    { closedFirst: 'a', retransmissions: 0, resets: 0 },
  ],
  [
    'a simultaneous close',
    play([...open, { at: 200, host: 'A', do: 'close' }, { at: 200, host: 'B', do: 'close' }]),
    { closedFirst: 'both' },
  ],
  [
    'an abort',
    play([...open, { at: 200, host: 'B', do: 'abort' }]),
    { closedFirst: null, resets: 1, resetBy: 'b' },
  ],
];

describe('a Trace written as a capture', () => {
  it.each(PLAYS)('of %s is understood', (_what, trace, expected) => {
    const listing = listCapture(traceToPcapng(trace));
    if (!listing.ok) throw new Error(listing.error.what);
    expect(listing.value.notes).toEqual([]);
    expect(listing.value.connections).toHaveLength(1);
    expect(listing.value.connections[0]).toMatchObject({
      a: '10.77.0.1:40001',
      b: '10.77.0.2:8001',
      stateA: lastState(trace, 'A'),
      stateB: lastState(trace, 'B'),
      ...expected,
    });
  });

  it('holds every transmission at its time, the lost ones too', () => {
    for (const [, trace] of PLAYS) {
      const capture = readCapture(traceToPcapng(trace));
      if (!capture.ok) throw new Error(capture.error.what);
      const sent = trace.entries.flatMap((entry) => (entry.kind === 'transit' ? [entry] : []));
      const { segments } = segmentsOf(capture.value.packets);
      expect(segments.map(({ t, seq, ctl }) => ({ t, seq, ctl }))).toEqual(
        sent.map(({ t, seg }) => ({ t: t - (sent[0]?.t ?? 0), seq: seg.seq, ctl: seg.ctl })),
      );
    }
  });
});

describe('npm run capture', () => {
  const command = join(import.meta.dirname, '../capture.ts');
  let folder = '';
  let file = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'capture-'));
    file = join(folder, 'open.pcapng');
    writeFileSync(file, traceToPcapng(play(open)));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('lists connections as JSON', () => {
    const output = execFileSync(process.execPath, [command, '--json', file], { encoding: 'utf8' });
    expect(JSON.parse(output)).toEqual([
      {
        file,
        notes: [],
        connections: [
          {
            a: '10.77.0.1:40001',
            b: '10.77.0.2:8001',
            openedBy: 'a',
            closedFirst: null,
            stateA: 'ESTABLISHED',
            stateB: 'ESTABLISHED',
            segments: 3,
            retransmissions: 0,
            resets: 0,
            resetBy: null,
          },
        ],
      },
    ]);
  });

  it('names a file that it cannot read, lists the others, and fails', () => {
    const missing = join(folder, 'missing.pcap');
    const { status, stdout, stderr } = spawnSync(process.execPath, [command, missing, file], {
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toBe(`${missing} cannot be read: there is no such file.\n`);
    expect(stdout).toContain('a 10.77.0.1:40001  ESTABLISHED');
  });

  it('prints each connection as a Trace', () => {
    const output = execFileSync(process.execPath, [command, '--text', file], { encoding: 'utf8' });
    const trace = traceFromText(output);
    expect(trace.hosts.map(({ title, initial }) => [title, initial])).toEqual([
      ['client', 'CLOSED'],
      ['server', null],
    ]);
    expect(output).toMatch(/^# .*: 10\.77\.0\.1:40001 and 10\.77\.0\.2:8001\ntrace 1\n/);
  });

  it('writes captures anew, at their times, with the states as comments', () => {
    const out = join(folder, 'out.pcapng');
    execFileSync(process.execPath, [command, '--pcapng', out, file], { encoding: 'utf8' });
    const [before, after] = [file, out].map((each) => readCapture(readFileSync(each)));
    if (!before?.ok || !after?.ok) throw new Error('no capture');
    expect(after.value).toMatchObject({ start: before.value.start, notes: [] });
    expect(segmentsOf(after.value.packets)).toEqual(segmentsOf(before.value.packets));
    expect(readFileSync(out, 'latin1')).toContain(
      '10.77.0.1:40001 SYN-SENT, 10.77.0.2:8001 SYN-RECEIVED',
    );
  });

  it('says how to use it when no file is named', () => {
    const { status, stderr } = spawnSync(process.execPath, [command], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([
      2,
      'Name a capture file: npm run capture -- [--json | --text] [--pcapng OUT] FILE…\n',
    ]);
  });
});

describe('the listing for people', () => {
  it('says in words what the JSON says', () => {
    const connection: ConnectionSummary = {
      a: '[fe80::1]:4000',
      b: '[fe80::2]:80',
      openedBy: 'unknown',
      closedFirst: 'both',
      stateA: 'CLOSED',
      stateB: null,
      segments: 9,
      retransmissions: 2,
      resets: 1,
      resetBy: 'a',
    };
    expect(listingText({ file: 'x.pcap', notes: ['cut'], connections: [connection] })).toBe(
      [
        'x.pcap: 1 connection',
        '  note: cut',
        '  1. a [fe80::1]:4000  CLOSED',
        '     b [fe80::2]:80  state unknown',
        '     opened before the capture, both FINs crossed, 9 segments, 2 retransmissions, 1 reset from a',
      ].join('\n'),
    );
  });
});
