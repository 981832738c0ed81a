import { describe, expect, it } from 'vitest';
import { rowLines } from './report.ts';
import { deviates, followed, outOfScope } from './requirement.ts';
import { RFC_9293 } from './rfc9293.ts';
import { OTHER_RFCS, SECTION_3_10, SYSTEMS } from './sections.ts';
import { type Sources, table, unknownRules } from './table.ts';

const sources: Sources = {
  requirements: [
    ...followed('3.6.1', 'MUST-13'),
    ...outOfScope('nobody needs it', [['3.8.5', 'MUST-30', 'Urgent data.']]),
    ...deviates('3.8.4', 'MAY-6', 'Garbage.', 'nobody wants it'),
  ],
  named: new Map([['MUST-13', ['src/tcp/a.ts:1']]]),
  tests: [
    { test: 'all', rules: ['MUST-13', '3.10.2', 'my own idea'] },
    { test: 'one', rules: ['MUST-13'] },
    { test: 'one', rules: ['MUST-13'] },
    { test: 'of MUST-130', rules: ['MUST-13', '3.10.1'] },
    { test: 'of 2MSL (MUST-13)', rules: ['MUST-13', '3.10.1', '3.10.4'] },
  ],
  wordsOf: (id) => `words of ${id}`,
};

const problemsOf = (over: Partial<Sources>) =>
  table({ ...sources, ...over }).flatMap(({ id, problems }) =>
    problems.map((problem) => `${id}: ${problem}`),
  );

describe('table', () => {
  it('gives each requirement its rule and its tests, the most telling first', () => {
    const [row] = table(sources);
    expect(row?.places).toEqual(['src/tcp/a.ts:1']);
    expect(row?.tests).toEqual(['of 2MSL (MUST-13)', 'one', 'of MUST-130', 'all']);
    expect(problemsOf({})).toEqual([]);
  });

  it('misses the rule, the test, the words', () => {
    expect(problemsOf({ named: new Map() })).toEqual(['MUST-13: no rule in the engine names it']);
    expect(problemsOf({ tests: [] })).toEqual(['MUST-13: no test that passed has followed it']);
    expect(problemsOf({ wordsOf: () => null })[0]).toContain('MUST-13: there are no words for it');
  });

  it('wants nothing in the engine to name what is out of scope', () => {
    const named = new Map([...sources.named, ['MUST-30', ['src/tcp/b.ts:2']]]);
    expect(problemsOf({ named })).toEqual([
      'MUST-30: out of scope, and yet src/tcp/b.ts:2 names it',
    ]);
  });

  it('finds ids that no requirement has, but leaves a learner’s own alone', () => {
    const named = new Map([...sources.named, ['MUST-70', ['src/tcp/c.ts:3']]]);
    expect(unknownRules({ ...sources, named })).toEqual([
      'MUST-70 (src/tcp/c.ts:3)',
      '3.10.2 (in all)',
      '3.10.1 (in of 2MSL (MUST-13))',
      '3.10.4 (in of 2MSL (MUST-13))',
    ]);
  });

  it('is printed with its reasons', () => {
    const lines = table(sources).flatMap(rowLines);
    expect(lines).toContain('ok   MUST-13 (RFC 9293 §3.6.1): words of MUST-13');
    expect(lines).toContain('       4 tests: of 2MSL (MUST-13) · one · of MUST-130 · and 1 more');
    expect(lines).toContain('out  MUST-30 (RFC 9293 §3.8.5): Urgent data.');
    expect(lines).toContain('       deviation: nobody wants it');
  });
});

describe('the requirements', () => {
  it('are the 119 of RFC 9293, each once', () => {
    const numbered = (kind: string, most: number) =>
      Array.from({ length: most }, (_, i) => `${kind}-${i + 1}`);
    const wanted = [
      ...['REC-1', ...numbered('MUST', 69), ...numbered('SHLD', 31), ...numbered('MAY', 18)],
    ];
    expect(RFC_9293.map(({ id }) => id).sort()).toEqual(wanted.sort());
  });

  it('have no id twice, and a reason where they are not followed', () => {
    const all = [...RFC_9293, ...SECTION_3_10, ...OTHER_RFCS, ...SYSTEMS];
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const unexplained = all.filter(
      ({ scope, reason }) => (reason === null) !== (scope === 'followed'),
    );
    expect(unexplained).toEqual([]);
  });
});
