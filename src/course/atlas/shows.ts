import type { State } from '#tcp/state.ts';
import { SPELLINGS } from './spellings.ts';

/** The lines of a record in which each tool lists a connection in one state. */
export interface Shown {
  /** One line of ss; two where a line with a timer says something else. */
  readonly ss: readonly string[];
  readonly netstat: readonly string[];
  readonly proc: readonly string[];
}

/** Finds the lines of each tool in what `ss`, `netstat` and `cat /proc/net/tcp` printed. */
export function shownIn(output: string, state: State): Shown {
  const { ss, netstat, proc } = SPELLINGS[state];
  const lines = output.split('\n').map((line) => line.trimEnd());
  const ofSs = lines.filter((line) => new RegExp(`^${ss}\\s+\\d`).test(line));
  const ofNetstat = lines.filter((line) => new RegExp(`^tcp\\s.*\\s${netstat}$`).test(line));
  const ofProc = lines.filter((line) => new RegExp(`^\\s+\\d+: \\S+ \\S+ ${proc} `).test(line));
  const timed = ofSs.find((line) => line.includes('timer:'));
  const plain = ofSs.find((line) => !line.includes('timer:'));
  return {
    ss: [plain, timed].flatMap((line) => (line === undefined ? [] : squeezed(line))),
    netstat: ofNetstat.slice(0, 1).map(squeezed),
    // What follows the queues, timers and the socket's place in memory, says nothing of the state.
    proc: ofProc.slice(0, 1).map((line) => line.trim().slice(0, 51)),
  };
}

/** The same columns with less room between them. */
const squeezed = (line: string): string => line.replace(/ {2,}/g, '  ');
