import type { State } from '#tcp/state.ts';
import { measured } from '../measured.ts';

/** Lines of tcpdump that lead to a state, the last one into it, and the record that they are from. */
export interface Captured {
  readonly record: string;
  readonly lines: readonly string[];
}

/** The record of each state, and how many of its first lines are shown. */
const SHOWN: Readonly<Record<State, readonly [record: string, lines: number] | null>> = {
  CLOSED: ['refused', 2],
  LISTEN: null,
  'SYN-SENT': ['syn-unanswered', 3],
  'SYN-RECEIVED': ['third-ack-lost', 3],
  ESTABLISHED: ['handshake', 3],
  'FIN-WAIT-1': ['four-or-three-to-close', 1],
  'FIN-WAIT-2': ['four-or-three-to-close', 2],
  'CLOSE-WAIT': ['four-or-three-to-close', 2],
  CLOSING: ['closing', 2],
  'LAST-ACK': ['four-or-three-to-close', 3],
  'TIME-WAIT': ['four-or-three-to-close', 4],
};

/** What a capture shows of a state, without the options of its segments; `null` if it has nothing of it. */
export function captured(state: State): Captured | null {
  const shown = SHOWN[state];
  if (shown === null) return null;
  const [record, count] = shown;
  const lines = measured(record)
    .output.split('\n')
    .filter((line) => /^ *\d+:\d+:[\d.]+ IP /.test(line))
    .slice(0, count)
    .map((line) => line.trim().replace(/, options \[.*\]/, ''));
  return { record, lines };
}
