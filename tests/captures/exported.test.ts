/** The captures that figures hand out, read by tshark: with nothing to complain of, and every checksum right. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PLAY_NAMES, traceOf } from '#figures/ladder/fixtures.ts';
import { pcapngOf } from '#figures/save/pcapng-of.ts';
import { runScenario } from '#scenario/run.ts';
import type { Scenario } from '#scenario/scenario.ts';
import type { Segment } from '#tcp';
import type { Trace, TransitEntry } from '#trace/trace.ts';
import ttlRunsOut from '../../content/scenarios/ttl-runs-out.ts';

const missing = spawnSync('tshark', ['--version'], { stdio: 'ignore' }).error !== undefined;
const title = 'exported captures' + (missing ? ' (skipped: tshark is not here)' : '');

const CHECKED = ['tcp.check_checksum:TRUE', 'ip.check_checksum:TRUE'].flatMap((o) => ['-o', o]);
const FIELDS = [
  ...['frame.comment', 'ip.checksum.status', 'tcp.checksum.status', 'tcp.flags.reset'],
  ...['icmp.type', 'icmp.checksum.status'],
];
/** What tshark says of a checksum that is right. */
const GOOD = '1';
/** From a warning upwards, in tshark's numbers; but resets and shut windows are what happened. */
const WARNS =
  '_ws.expert.severity >= 0x00600000 && !tcp.connection.rst' +
  ' && !tcp.analysis.zero_window && !tcp.analysis.window_full';

interface Packet {
  readonly comment: string;
  readonly isReset: boolean;
  /** The type of an ICMP message; empty of a segment. */
  readonly icmp: string;
  readonly sums: readonly string[];
}

/** What tshark reads in the capture of a Trace, and what it complains of. */
function readByTshark(trace: Trace, routers: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'exported-'));
  const file = join(folder, 'figure.pcapng');
  try {
    writeFileSync(file, pcapngOf(trace, routers));
    const read = (...args: string[]) => {
      const { stdout, stderr, status } = spawnSync('tshark', ['-r', file, ...CHECKED, ...args], {
        encoding: 'utf8',
      });
      const complaints = stderr
        .split('\n')
        .filter((line) => line !== '' && !line.includes('Running as user'));
      return { lines: stdout.split('\n').filter((line) => line !== ''), complaints, status };
    };
    const fields = FIELDS.flatMap((field) => ['-e', field]);
    const { lines, complaints, status } = read('-T', 'fields', '-E', 'separator=|', ...fields);
    const packets = lines.map((line): Packet => {
      const [comment = '', ip = '', tcp = '', reset = '', icmp = '', sum = ''] = line.split('|');
      return {
        comment,
        icmp,
        sums: [ip, icmp === '' ? tcp : sum],
        isReset: /^(1|True)$/.test(reset),
      };
    });
    const warned = read('-Y', WARNS).lines;
    const malformed = read('-Y', '_ws.malformed').lines;
    return { packets, complaints, status, warned, malformed };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The figures of the chapters: each is a file. */
const files = import.meta.glob<{ default: Scenario }>(
  ['../../content/scenarios/*.ts', '!**/*.test.ts'],
  { eager: true },
);
const TRACES = [
  ...PLAY_NAMES.map((play) => [play, traceOf(play)] as const),
  ...Object.values(files).map(({ default: play }) => [play.id, runScenario(play)] as const),
];

const isOld = ({ name }: TransitEntry): boolean => name.startsWith('old');

/** What hosts sent, in the capture's order: old duplicates first. A copy has left no host. */
function sentIn({ entries }: Trace): readonly TransitEntry[] {
  const sent = entries.flatMap((entry) =>
    entry.kind === 'transit' && entry.copyOf === undefined ? [entry] : [],
  );
  return [...sent.filter(isOld), ...sent.filter((entry) => !isOld(entry))];
}

/** Is this the SYN of a connection whose ports have carried another number of its sender before? */
function begins({ id, seg }: TransitEntry, sent: readonly TransitEntry[]): boolean {
  const ends = ({ src, dst }: Segment) => `${src.address}:${src.port} ${dst.address}:${dst.port}`;
  const isSame = (other: Segment) => other.ctl.syn && other.seq === seg.seq;
  return (
    seg.ctl.syn &&
    sent.some((other) => other.id < id && ends(other.seg) === ends(seg) && !isSame(other.seg))
  );
}

describe.skipIf(missing)(title, () => {
  it.each(TRACES)('%s', (_name, trace) => {
    const { packets, complaints, status, malformed, warned } = readByTshark(trace);
    const sent = sentIn(trace);
    expect({ status, complaints, malformed }).toEqual({ status: 0, complaints: [], malformed: [] });
    // Who answers an old SYN, or calls again after a crash, has two numbers: tshark misses the rest.
    if (!sent.some((entry) => isOld(entry) || begins(entry, sent))) expect(warned).toEqual([]);
    expect(packets.map(({ sums }) => sums)).toEqual(sent.map(() => [GOOD, GOOD]));
    expect(packets.map(({ isReset }) => isReset)).toEqual(sent.map(({ seg }) => seg.ctl.rst));
  });

  it('finds the states of both hosts beside every packet', () => {
    const comments = readByTshark(traceOf('handshake')).packets.map(({ comment }) => comment);
    expect(comments).toEqual([
      'A1: A SYN-SENT, B LISTEN',
      'B1: A SYN-SENT, B SYN-RECEIVED',
      'A2: A ESTABLISHED, B SYN-RECEIVED',
    ]);
  });

  it('has what routers report, beside them', () => {
    const trace = runScenario(ttlRunsOut);
    const { packets, complaints, malformed } = readByTshark(trace, { R2: '10.2.0.2' });
    expect({ complaints, malformed }).toEqual({ complaints: [], malformed: [] });
    expect(packets.map(({ comment, icmp }) => [comment, icmp])).toEqual([
      ['A1: A SYN-SENT, B LISTEN', ''],
      ['R21: A SYN-SENT, B LISTEN', '11'],
    ]);
    expect(packets[1]?.sums).toEqual([`${GOOD},${GOOD}`, GOOD]);
  });
});
