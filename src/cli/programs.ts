import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Finished, runProgram } from './process.ts';

/** What finding and installing programs needs of a machine; handed in so that tests can ask about others. */
export interface Host {
  readonly isRoot: boolean;
  has(program: string): boolean;
  /** Runs a program quietly; its exit code, and what it printed. */
  run(program: string, args: readonly string[]): Promise<Finished>;
}

/** The machine we are on. */
export const here: Host = {
  isRoot: process.getuid?.() === 0,
  has: (program) => placesOf(program).some(isProgram),
  run: (program, args) =>
    runProgram(program, args, { print: 'keep', env: { DEBIAN_FRONTEND: 'noninteractive' } }),
};

/** Where in the folders of `PATH` a program of that name may be. */
export function placesOf(name: string): readonly string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name));
}

/** Whether there is a program at that place, and we may start it. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether it is ours to install packages there: as root on a Debian-like system. */
export function mayInstall({ isRoot, has }: Host): boolean {
  return isRoot && has('apt-get');
}

/** Installs Debian packages; the log says `what` they are for. */
export async function install(host: Host, packages: readonly string[], what: string) {
  console.log(`Installing ${packages.join(' ')} with apt-get, ${what}.`);
  await host.run('apt-get', ['update', '-qq']);
  const options = ['-y', '-qq', '--no-install-recommends'];
  return host.run('apt-get', ['install', ...options, ...packages]);
}

/**
 * Why some of these programs, each with its Debian package, cannot be had there; `null` when all can.
 * Missing ones are installed where we may.
 */
export async function getPrograms(
  host: Host,
  programs: Readonly<Record<string, string>>,
  what: string,
): Promise<string | null> {
  const missing = () => Object.entries(programs).filter(([program]) => !host.has(program));
  if (missing().length === 0) return null;
  const packages = [...new Set(missing().map(([, name]) => name))];
  const absent = missing().map(([program]) => program);
  const missed = `missing: ${absent.join(', ')} (on Debian and Ubuntu: apt-get install ${packages.join(' ')})`;
  if (!mayInstall(host)) return missed;
  const { code, output } = await install(host, packages, what);
  if (code === 0 && missing().length === 0) return null;
  return `${missed}; apt-get failed: ${output.trim().split('\n').at(-1)}`;
}
