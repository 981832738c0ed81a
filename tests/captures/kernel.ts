import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getPrograms, here } from '../../src/cli/programs.ts';

/** A capture to make: its file, and what tcpdump is to do. */
export interface CaptureOrder {
  readonly file: string;
  readonly options: readonly string[];
}

/** What the kernel did on the ports of the stories. */
export interface Played {
  /** The captures, in the order in which they were asked for. */
  readonly captures: readonly Uint8Array[];
  /** The story told on a port. */
  readonly stories: ReadonlyMap<number, string>;
  /** The state of each socket: `local remote` in the spelling of ss. */
  readonly states: ReadonlyMap<string, string>;
}

const UNSHARE = ['--net', '--pid', '--fork', '--mount-proc'];

/** What watching it takes, and the Debian package of each. */
const PROGRAMS = { unshare: 'util-linux', ip: 'iproute2', ss: 'iproute2', tcpdump: 'tcpdump' };

/** Why the kernel cannot be watched here; `null` if it can. */
export async function whyNot(): Promise<string | null> {
  const problem = await getPrograms(here, PROGRAMS, 'to watch the kernel');
  if (problem !== null) return problem;
  const { code } = await here.run('unshare', [...UNSHARE, 'true']);
  return code === 0 ? null : 'no network namespace may be made';
}

/** How ss spells states that RFC 9293 spells otherwise. */
const SPELLING: Readonly<Record<string, string>> = {
  ESTAB: 'ESTABLISHED',
  'SYN-RECV': 'SYN-RECEIVED',
};

/** Plays all stories on the kernel, in a network namespace that is gone afterwards. */
export function playOnKernel(orders: readonly CaptureOrder[]): Played {
  const folder = mkdtempSync(join(tmpdir(), 'kernel-'));
  try {
    const program = join(import.meta.dirname, 'play.ts');
    execFileSync(
      'unshare',
      [...UNSHARE, process.execPath, program, folder, JSON.stringify(orders)],
      { stdio: ['ignore', 'ignore', 'pipe'], timeout: 25_000 },
    );
    const read = (file: string) => readFileSync(join(folder, file), 'utf8');
    const ports = JSON.parse(read('ports.json')) as Readonly<Record<string, string>>;
    return {
      captures: orders.map(({ file }) => readFileSync(join(folder, file))),
      stories: new Map(Object.entries(ports).map(([port, story]) => [Number(port), story])),
      states: new Map(read('ss.txt').split('\n').flatMap(socketOf)),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function socketOf(line: string): readonly (readonly [string, string])[] {
  const [state = '', , , local, remote] = line.trim().split(/\s+/);
  if (local === undefined || remote === undefined) return [];
  return [[`${local} ${remote}`, SPELLING[state] ?? state]];
}
