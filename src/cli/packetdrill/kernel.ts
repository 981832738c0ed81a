import type { Line, Place, Script } from '#scenario/packetdrill/ast.ts';
import { Skip } from '#scenario/packetdrill/live/skip.ts';
import type { Config } from '#tcp';
import { commandsOf } from './commands.ts';
import { LINUX_DEFAULTS, LINUX_OPTIONS } from './defaults.ts';
import { sysctlMeaning } from './sysctl.ts';

/** What the commands of a script make of the system that it runs on. */
export interface Kernel {
  readonly config: Config;
  /** Does it follow no ICMP message but those about the MTU? */
  readonly isDeaf: boolean;
  /** Rules that the script wants off: fine as long as none of them is needed. */
  readonly without: readonly {
    readonly rule: string;
    readonly reason: string;
    readonly place: Place;
  }[];
  /** Variables that were left alone, and why. */
  readonly notes: readonly string[];
}

/**
 * Follows the commands that set the system up, before the script's first call or segment. What is set
 * after the last one only clears up.
 * @throws Skip if a command asks for what this TCP does not have, or comes in the middle
 */
export function kernelOf({ lines }: Script, start: Config): Kernel {
  const first = lines.findIndex((line) => isAction(line));
  const last = lines.findLastIndex((line) => isAction(line));
  let kernel: Kernel = { config: start, isDeaf: false, without: [], notes: [] };
  lines.forEach((line, index) => {
    if (line.kind !== 'command') return;
    const isBefore = first < 0 || index < first;
    for (const command of commandsOf(line.command)) {
      if (command.kind === 'unknown') {
        throw new Skip(line.place, `a command that is not known here: ${command.what}`);
      }
      if (command.kind === 'idle') kernel = noted(kernel, `${command.what}: ${command.why}`);
      if (command.kind === 'defaults') {
        const config = { ...kernel.config, ...LINUX_OPTIONS };
        kernel = LINUX_DEFAULTS.reduce((made, each) => follow(made, each.name, each.value, line), {
          ...kernel,
          config,
        });
      }
      if (command.kind !== 'sysctl') continue;
      if (isBefore) kernel = follow(kernel, command.name, command.value, line);
      else if (index > last)
        kernel = noted(kernel, `${command.name} after the last line: nothing follows`);
      else kernel = followLate(kernel, command.name, command.value, line);
    }
  });
  return kernel;
}

const noted = (kernel: Kernel, note: string): Kernel => ({
  ...kernel,
  notes: [...kernel.notes, note],
});

function follow(kernel: Kernel, name: string, value: string, line: Line): Kernel {
  const meaning = sysctlMeaning(name, value, kernel.config);
  switch (meaning?.kind) {
    case undefined:
      throw new Skip(line.place, `a kernel variable that is not known here: ${name}`);
    case 'config':
      return { ...kernel, config: { ...kernel.config, ...meaning.config } };
    case 'deaf':
      return { ...kernel, isDeaf: meaning.isDeaf };
    case 'keep':
      // What new sockets start with may change at any time: it is followed while the script runs.
      return kernel;
    case 'without': {
      const { rule, what } = meaning;
      const asked = { rule, reason: `${name}=${value}, but ${what}`, place: line.place };
      return { ...kernel, without: [...kernel.without, asked] };
    }
    case 'idle':
      return noted(kernel, `${name}: ${meaning.why}`);
    case 'needs':
      throw new Skip(line.place, `${name}=${value} asks for ${meaning.what}`);
  }
}

/** In the middle of a script a variable may only be given the value that it has. */
function followLate(kernel: Kernel, name: string, value: string, line: Line): Kernel {
  const after = follow(kernel, name, value, line);
  const isSame = JSON.stringify(after.config) === JSON.stringify(kernel.config);
  if (isSame && after.without === kernel.without && after.isDeaf === kernel.isDeaf) return after;
  throw new Skip(line.place, `${name} changes in the middle of the script`);
}

/** Lines that begin to use the system. Sockets may be made before it is set up. */
function isAction(line: Line): boolean {
  if (line.kind === 'call') {
    return !['socket', 'fcntl', 'bind', 'setsockopt', 'getsockopt', 'close'].includes(line.name);
  }
  return line.kind === 'packet' || line.kind === 'icmp';
}
