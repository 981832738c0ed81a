import { accessSync, closeSync, constants, openSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runProgram } from '../process.ts';

/** The programs that runs against the kernel start, and the Debian package of each. */
const PROGRAMS = {
  unshare: 'util-linux',
  ip: 'iproute2',
  ss: 'iproute2',
  socat: 'socat',
  tcpdump: 'tcpdump',
} as const;

/** What the run needs of this machine; handed in so that tests can ask about other machines. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly isRoot: boolean;
  has(program: string): boolean;
  hasTun(): boolean;
  /** Runs a program quietly; its exit code, and what it printed. */
  run(program: string, args: readonly string[]): Promise<{ code: number; output: string }>;
}

/** The flags with which the run gets a network and a process tree of its own. */
export const UNSHARE = ['--net', '--pid', '--fork', '--mount-proc', '--kill-child'] as const;

/**
 * Why the engine cannot meet the kernel on this machine; `null` when it can. As root on a Debian-like
 * system, missing programs are installed on the way.
 */
export async function whyNot(machine: Machine): Promise<string | null> {
  if (machine.platform !== 'linux') return `this is ${machine.platform}, and the peer is Linux`;
  if (!machine.isRoot) return 'a network namespace with a TUN device needs root';
  if (!machine.hasTun()) return 'there is no /dev/net/tun that can be opened';
  const problem = await getPrograms(machine, PROGRAMS, 'to meet the kernel');
  if (problem !== null) return problem;
  const { code, output } = await machine.run('unshare', [...UNSHARE, 'true']);
  if (code === 0) return null;
  return `unshare is refused: ${output.trim() || `exit code ${code}`}`;
}

/**
 * Why some of these programs, each with its Debian package, cannot be had here; `null` when all can.
 * As root on a Debian-like system, missing ones are installed, and the log says `what` they are for.
 */
export async function getPrograms(
  machine: Machine,
  programs: Readonly<Record<string, string>>,
  what: string,
): Promise<string | null> {
  const missing = () => Object.entries(programs).filter(([program]) => !machine.has(program));
  if (missing().length === 0) return null;
  const packages = [...new Set(missing().map(([, name]) => name))].join(' ');
  const absent = missing()
    .map(([program]) => program)
    .join(', ');
  const missed = `missing: ${absent} (on Debian and Ubuntu: apt-get install ${packages})`;
  if (!machine.isRoot || !machine.has('apt-get')) return missed;
  console.log(`Installing ${packages} with apt-get, ${what}.`);
  await machine.run('apt-get', ['update', '-qq']);
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...packages.split(' ')];
  const { code, output } = await machine.run('apt-get', install);
  if (code === 0 && missing().length === 0) return null;
  return `${missed}; apt-get failed: ${output.trim().split('\n').at(-1)}`;
}

/** The machine we are on. */
export const here: Machine = {
  platform: process.platform,
  isRoot: process.getuid?.() === 0,
  has: (program) =>
    (process.env['PATH'] ?? '')
      .split(delimiter)
      .some((folder) => folder !== '' && isAllowed(join(folder, program), constants.X_OK)),
  hasTun: () => isOpened('/dev/net/tun'),
  run: (program, args) =>
    runProgram(program, args, { print: 'keep', env: { DEBIAN_FRONTEND: 'noninteractive' } }),
};

/** More than the file's mode decides: a container may have the device and still be refused. */
function isOpened(path: string): boolean {
  try {
    closeSync(openSync(path, 'r+'));
    return true;
  } catch {
    return false;
  }
}

function isAllowed(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}
