import { describe, expect, it } from 'vitest';
import { openSuite, ORIGINS } from './open-suite.ts';

const SCRIPT = '// rfc: 3.4\n0 < S 0:0(0) win 65535\n';

/** Our first number in each run of a script. */
function numbersOf(pkt: string): readonly unknown[] {
  const suite = openSuite({
    ...{ lab: 'listen', exports: ['listen'], random: null, prints: {} },
    cases: [{ id: 'a-call', group: 'hidden', pkt }],
  });
  return suite.cases.flatMap(({ runs }) => runs.map((run) => ('isn' in run ? run.isn[0] : null)));
}

describe('a script of a suite', () => {
  const usual = ORIGINS.map(({ ours }) => ours);

  it('is run at the edges of the ring', () => {
    expect(numbersOf(SCRIPT)).toEqual(usual);
  });

  it('is run at the place that it names as well', () => {
    const pkt = `// isn: 4294967280, peer 100\n${SCRIPT}`;
    expect(numbersOf(pkt)).toEqual([...usual, 4_294_967_280]);
  });
});
