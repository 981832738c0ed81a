/** The captures that figures hand out, read by tshark: with nothing to complain of, and every checksum right. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { PLAY_NAMES, traceOf } from '#figures/ladder/fixtures.ts';
import { pcapngOf } from '#figures/save/pcapng-of.ts';
import { runScenario } from '#scenario/run.ts';
import type { Scenario } from '#scenario/scenario.ts';
import type { Segment } from '#tcp';
import type { Trace, TransitEntry } from '#trace/trace.ts';
import ttlRunsOut from '../../content/scenarios/ttl-runs-out.ts';
import { getPrograms, here } from '../../src/cli/programs.ts';

const why = await getPrograms(here, { tshark: 'tshark' }, 'to read captures');
const title = 'exported captures' + (why === null ? '' : ` (skipped: ${why})`);

const CHECKED = ['tcp.check_checksum:TRUE', 'ip.check_checksum:TRUE'].flatMap((o) => ['-o', o]);
const FIELDS = [
  ...['frame.comment', 'ip.checksum.status', 'tcp.checksum.status', 'tcp.flags.reset'],
  ...['icmp.type', 'icmp.checksum.status', '_ws.malformed', '_ws.expert.severity'],
];
/** Resets and shut windows are what happened: a warning beside them is none. */
const HAPPENED = ['tcp.connection.rst', 'tcp.analysis.zero_window', 'tcp.analysis.window_full'];
/** What tshark says of a checksum that is right. */
const GOOD = '1';
/** The least severe that counts, in tshark's numbers. */
const WARNING = 0x00600000;

interface Packet {
  readonly comment: string;
  readonly isReset: boolean;
  /** The type of an ICMP message; empty of a segment. */
  readonly icmp: string;
  readonly sums: readonly string[];
  readonly isMalformed: boolean;
  readonly isWarned: boolean;
}

/** What tshark says of one packet: its fields, with bars between them. */
function packetOf(line: string): Packet {
  const [comment = '', ip = '', tcp = '', reset = '', icmp = '', sum = '', ...more] =
    line.split('|');
  const [malformed = '', severities = '', ...happened] = more;
  const isSevere = severities.split(',').some((severity) => Number(severity) >= WARNING);
  return {
    comment,
    icmp,
    sums: [ip, icmp === '' ? tcp : sum],
    isReset: /^(1|True)$/.test(reset),
    isMalformed: malformed !== '',
    isWarned: isSevere && happened.every((each) => each === ''),
  };
}

/** What tshark reads in the capture of a Trace, and what it complains of. */
async function readByTshark(trace: Trace, routers: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'exported-'));
  const file = join(folder, 'figure.pcapng');
  const fields = [...FIELDS, ...HAPPENED].flatMap((field) => ['-e', field]);
  const args = ['-r', file, ...CHECKED, '-T', 'fields', '-E', 'separator=|', ...fields];
  try {
    writeFileSync(file, pcapngOf(trace, routers));
    // Whoever exits with another status than 0 rejects.
    const { stdout, stderr } = await promisify(execFile)('tshark', args);
    const complaints = stderr
      .split('\n')
      .filter((line) => line !== '' && !line.includes('Running as user'));
    const packets = stdout.split('\n').filter((line) => line !== '');
    return { packets: packets.map(packetOf), complaints };
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

describe.skipIf(why !== null).concurrent(title, () => {
  it.each(TRACES)('%s', async (_name, trace) => {
    const { packets, complaints } = await readByTshark(trace);
    const sent = sentIn(trace);
    expect(complaints).toEqual([]);
    expect(packets.filter(({ isMalformed }) => isMalformed)).toEqual([]);
    // Who answers an old SYN, or calls again after a crash, has two numbers: tshark misses the rest.
    const isOnce = !sent.some((entry) => isOld(entry) || begins(entry, sent));
    if (isOnce) expect(packets.filter(({ isWarned }) => isWarned)).toEqual([]);
    expect(packets.map(({ sums }) => sums)).toEqual(sent.map(() => [GOOD, GOOD]));
    expect(packets.map(({ isReset }) => isReset)).toEqual(sent.map(({ seg }) => seg.ctl.rst));
  });

  it('finds the states of both hosts beside every packet', async () => {
    const { packets } = await readByTshark(traceOf('handshake'));
    expect(packets.map(({ comment }) => comment)).toEqual([
      'A1: A SYN-SENT, B LISTEN',
      'B1: A SYN-SENT, B SYN-RECEIVED',
      'A2: A ESTABLISHED, B SYN-RECEIVED',
    ]);
  });

  it('has what routers report, beside them', async () => {
    const trace = runScenario(ttlRunsOut);
    const { packets, complaints } = await readByTshark(trace, { R2: '10.2.0.2' });
    expect(complaints).toEqual([]);
    expect(packets.filter(({ isMalformed }) => isMalformed)).toEqual([]);
    expect(packets.map(({ comment, icmp }) => [comment, icmp])).toEqual([
      ['A1: A SYN-SENT, B LISTEN', ''],
      ['R21: A SYN-SENT, B LISTEN', '11'],
    ]);
    expect(packets[1]?.sums).toEqual([`${GOOD},${GOOD}`, GOOD]);
  });
});
