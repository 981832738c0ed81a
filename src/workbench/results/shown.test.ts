import { describe, expect, it } from 'vitest';
import type { CaseReport, Report } from '#judge/report.ts';
import { caseReport } from './fixtures.ts';
import { familiesOf } from './families.ts';
import { openAfterRun, openedByReader } from './open-case.ts';
import { afterRun, asEarlier, NOTHING, type Shown } from './shown.ts';
import { allCases, tally, tallyGroup } from './tally.ts';

const passed = (id: string, more: Partial<CaseReport> = {}) => caseReport({ id, ...more });
const failed = (id: string, cause = id, more: Partial<CaseReport> = {}) =>
  caseReport({ id, verdict: 'wrong', cause, ...more });
const run = (cases: readonly CaseReport[], only: string | null = null): Report =>
  ({ cases, only, total: 3 }) as unknown as Report;
const after = (...cases: readonly CaseReport[]): Shown => afterRun(NOTHING, run(cases));

describe('what is known after a run', () => {
  it('is what a whole run found, and nothing older', () => {
    const shown = afterRun(after(failed('a'), failed('b')), run([passed('a')]));
    expect([...shown.keys()]).toEqual(['a']);
    expect(shown.get('a')).toMatchObject({ earlier: false, report: { verdict: 'passed' } });
  });

  it('keeps the others, marked, when one case was run', () => {
    const shown = afterRun(after(failed('a'), failed('b')), run([passed('b')], 'b'));
    expect([...shown.keys()]).toEqual(['a', 'b']);
    expect(shown.get('a')?.earlier).toBe(true);
    expect(shown.get('b')).toMatchObject({ earlier: false, report: { verdict: 'passed' } });
  });

  it('keeps all, marked, when no case was reached', () => {
    const shown = afterRun(after(failed('a')), run([]));
    expect(shown.get('a')?.earlier).toBe(true);
    expect(asEarlier(after(passed('a'))).get('a')?.earlier).toBe(true);
  });
});

describe('failures with one cause', () => {
  it('stand behind the first of them', () => {
    const found = familiesOf([failed('a', 'x'), passed('b'), failed('c', 'y'), failed('d', 'x')]);
    expect(found.map(({ lead, others }) => [lead.id, ...others.map(({ id }) => id)])).toEqual([
      ['a', 'd'],
      ['c'],
    ]);
  });

  it('are not made up where the cause is not known', () => {
    expect(familiesOf([failed('a', ''), failed('b', '')])).toHaveLength(2);
  });
});

describe('the open case', () => {
  it('is the first that fails', () => {
    expect(openAfterRun(null, after(passed('a'), failed('b'), failed('c')))).toMatchObject({
      id: 'b',
    });
    expect(openAfterRun(null, after(passed('a')))).toMatchObject({ id: null });
  });

  it('stays as long as it fails, whatever else fails before it', () => {
    const open = openedByReader(after(passed('a'), failed('b')), 'b');
    expect(openAfterRun(open, after(failed('a'), failed('b')))).toMatchObject({ id: 'b' });
  });

  it('gives way to the next of another cause once it passes, round the end', () => {
    const before = after(failed('a'), failed('b', 'x'), failed('c', 'x'), failed('d'));
    const open = openedByReader(before, 'a');
    const now = after(passed('a'), failed('b', 'x'), failed('c', 'x'), failed('d'));
    expect(openAfterRun(open, now)).toMatchObject({ id: 'b' });
    const last = openedByReader(before, 'd');
    expect(openAfterRun(last, after(failed('a'), passed('b'), passed('d')))).toMatchObject({
      id: 'a',
    });
  });

  it('stays if it is the drawn one, and no other has been drawn in its place', () => {
    const drawn = (pkt: string) => failed('random', pkt, { group: 'random', drawn: 1_000, pkt });
    const open = openedByReader(after(failed('a'), drawn('x')), 'random');
    const same = after(failed('a'), drawn('x'));
    expect(openAfterRun(open, same)).toMatchObject({ id: 'random' });
    const another = after(failed('a'), drawn('y'));
    expect(openAfterRun(open, another)).toMatchObject({ id: 'a' });
    expect(openAfterRun(open, another, { only: 'random' })).toMatchObject({ id: 'random' });
    const alone = openAfterRun(open, after(passed('a'), drawn('y')));
    expect(openAfterRun(alone, after(failed('a'), drawn('y')))).toMatchObject({ id: 'random' });
  });

  it('is the one on which the run ended, unless one that fails is looked at', () => {
    const shown = after(failed('a'), failed('b', 'x', { verdict: 'did not return' }));
    expect(openAfterRun(null, shown, { ended: 'b' })).toMatchObject({ id: 'b' });
    const gone = openedByReader(after(failed('c')), 'c');
    expect(openAfterRun(gone, shown, { ended: 'b' })).toMatchObject({ id: 'b' });
    const open = openedByReader(after(failed('a')), 'a');
    expect(openAfterRun(open, shown, { ended: 'b' })).toMatchObject({ id: 'a' });
  });

  it('stays if it had passed when it was opened', () => {
    const open = openedByReader(after(passed('a'), failed('b')), 'a');
    expect(openAfterRun(open, after(passed('a'), failed('b')))).toMatchObject({ id: 'a' });
  });

  it('opens again with the next run when the reader had closed all', () => {
    const before = after(failed('a'));
    expect(openedByReader(before, null).id).toBeNull();
    expect(openAfterRun(openedByReader(before, null), after(failed('a')))).toMatchObject({
      id: 'a',
    });
  });
});

describe('a tally', () => {
  it('counts what was not reached as not passed', () => {
    expect(tally(run([passed('a'), failed('b')]))).toEqual({ passed: 1, failed: 1, total: 3 });
  });

  it('counts a group against its size', () => {
    const names = [
      { id: 'a', group: 'visible' },
      { id: 'b', group: 'visible' },
      { id: 'c', group: 'hidden' },
    ] as const;
    const shown = after(passed('a'), failed('c', 'x', { group: 'hidden' }));
    expect(tallyGroup(shown, names, 'visible')).toEqual({ passed: 1, failed: 0, total: 2 });
    expect(tallyGroup(shown, names, 'hidden')).toEqual({ passed: 0, failed: 1, total: 1 });
  });

  it('knows cases that only a run brought to light', () => {
    const shown = after(passed('a'), passed('random', { group: 'random' }));
    expect(allCases([{ id: 'a', group: 'visible' }], shown)).toEqual([
      { id: 'a', group: 'visible' },
      { id: 'random', group: 'random' },
    ]);
  });
});
