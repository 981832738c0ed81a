import { expect, test } from 'vitest';
import { STATES, type State } from '#tcp/state.ts';
import { captured } from './captured.ts';

/** The control bits of the lines that lead to each state. */
const BITS: Readonly<Record<State, readonly string[]>> = {
  CLOSED: ['S', 'R.'],
  LISTEN: [],
  'SYN-SENT': ['S', 'S', 'S'],
  'SYN-RECEIVED': ['S', 'S.', 'S.'],
  ESTABLISHED: ['S', 'S.', '.'],
  'FIN-WAIT-1': ['F.'],
  'FIN-WAIT-2': ['F.', '.'],
  'CLOSE-WAIT': ['F.', '.'],
  CLOSING: ['F.', '.'],
  'LAST-ACK': ['F.', '.', 'F.'],
  'TIME-WAIT': ['F.', '.', 'F.', '.'],
};

test.each(STATES)('the capture shows what leads to %s', (state) => {
  const lines = captured(state)?.lines ?? [];
  expect(lines.map((line) => /Flags \[(.*?)\]/.exec(line)?.[1])).toEqual(BITS[state]);
  for (const line of lines) expect(line).toMatch(/^00:00:[\d.]+ IP [^[]+\[[^[]+length 0$/);
});
