import { expect, test } from 'vitest';
import { STATES } from '#tcp/state.ts';
import { measured } from '../measured.ts';
import { shownIn } from './shows.ts';
import { SPELLINGS } from './spellings.ts';
import { MEANINGS } from './states.ts';

const { output } = measured('every-state-listed');
const listed = STATES.filter((state) => state !== 'CLOSED');

test.each(listed)('each tool lists a connection in %s in the record', (state) => {
  const { ss, netstat, proc } = shownIn(output, state);
  expect(ss.length).toBeGreaterThan(0);
  expect(netstat).toHaveLength(1);
  expect(proc).toHaveLength(1);
  for (const line of ss) expect(line.split(/\s+/)[0]).toBe(SPELLINGS[state].ss);
  expect(netstat[0]?.split(/\s+/).at(-1)).toBe(SPELLINGS[state].netstat);
  expect(proc[0]?.split(/\s+/)[3]).toBe(SPELLINGS[state].proc);
});

test('nothing is listed for a connection that is not there', () => {
  expect(shownIn(output, 'CLOSED')).toEqual({ ss: [], netstat: [], proc: [] });
});

test('FIN-WAIT-2 has two lines: one that a program holds, and an orphan with a timer', () => {
  const { ss } = shownIn(output, 'FIN-WAIT-2');
  expect(ss).toHaveLength(2);
  expect(ss[0]).not.toContain('timer:');
  expect(ss[1]).toContain('timer:(timewait,59sec,0)');
});

test('the codes of /proc/net/tcp are those of the kernel’s list, each once', () => {
  const codes = STATES.map((state) => SPELLINGS[state].proc);
  expect([...codes].sort()).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((n) => `0${n.toString(16).toUpperCase()}`),
  );
});

test('every spelling is the state’s own, whatever stands between its parts', () => {
  for (const state of STATES) {
    const { rfc, ssFilter } = SPELLINGS[state];
    expect(rfc).toBe(state);
    expect(ssFilter).toBe(ssFilter.toLowerCase());
    expect(MEANINGS[state]).not.toMatch(/[.“”]$/);
  }
});
