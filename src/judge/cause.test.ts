import { beforeAll, expect, it } from 'vitest';
import { failureOf } from './case-report.ts';
import { causeOf } from './cause.ts';
import { compile } from './compile/compile.ts';
import { readLab, type LabFiles } from './files/read-lab.ts';
import { runTrusted } from './files/trusted.ts';
import { openSuite } from './open-suite.ts';
import type { Suite } from './suite.ts';

const LISTEN = new URL('../../labs/listen/', import.meta.url).pathname;

let lab: LabFiles;
let suite: Suite;
beforeAll(async () => {
  lab = await readLab(LISTEN);
  const { id, cases } = lab;
  suite = openSuite({ lab: id, exports: lab.lab.planks, cases, random: null, prints: {} });
});

/** The causes of a program's failures, over all cases and all initial sequence numbers. */
function causes(js: string): ReadonlySet<string> {
  const all = suite.cases.flatMap(({ runs }) =>
    runs.flatMap((run, i) => {
      const failure = failureOf(run, i, runTrusted(js, suite.exports, run));
      return failure === null ? [] : [causeOf(run, failure)];
    }),
  );
  return new Set(all);
}

it.each([
  ['ack-is-dropped', 'LISTEN SEGMENT-ARRIVES: sends nothing for R'],
  ['rcv-nxt-is-seq', 'LISTEN SEGMENT-ARRIVES: sends S. with another ack'],
  ['established-at-once', 'LISTEN SEGMENT-ARRIVES: ESTABLISHED for SYN-RECEIVED'],
  ['origin-forgotten', 'SYN-RECEIVED SEGMENT-ARRIVES: tells connection refused for nothing'],
])('one mistake has one cause, wherever on the ring it shows: %s', (name, cause) => {
  const source = lab.mutants.find((each) => each.name === name)?.source ?? '';
  expect([...causes(compile(source).js)]).toEqual([cause]);
});

it('is the same for what is thrown with other numbers', () => {
  const js = 'exports.listen = (tcb, seg) => { throw new Error(`at ${seg.seq}`); };';
  expect([...causes(js)]).toEqual(['threw at #']);
});
