import { closeSync, openSync } from 'node:fs';
import { getPrograms, type Host, here as host } from '../programs.ts';

/** The programs that runs against the kernel start, and the Debian package of each. */
const PROGRAMS = {
  unshare: 'util-linux',
  ip: 'iproute2',
  ss: 'iproute2',
  socat: 'socat',
  tcpdump: 'tcpdump',
} as const;

/** What the run needs of this machine; handed in so that tests can ask about other machines. */
export interface Machine extends Host {
  readonly platform: NodeJS.Platform;
  hasTun(): boolean;
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

/** The machine we are on. */
export const here: Machine = {
  ...host,
  platform: process.platform,
  hasTun: () => isOpened('/dev/net/tun'),
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
