import { describe, expect, it } from 'vitest';
import { nodeSandboxes } from '#sandbox/node/node-sandbox.ts';
import { compile } from './compile/compile.ts';
import { judge } from './judge.ts';
import { openSuite } from './open-suite.ts';
import type { CaseSource } from './suite.ts';

const SCRIPT = `// rfc: 3.10.7.2
0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
0 bind(3, ..., ...) = 0
0 listen(3, 1) = 0
0.1 < R 1:1(0) win 1000
0.2 < . 1:1(0) ack 1 win 1000
`;

/** What is printed in the only case of a suite. */
async function printed(js: string, exports: readonly string[], one: CaseSource) {
  const suite = openSuite({ lab: 'test', exports, cases: [one], random: null, prints: {} });
  const report = await judge(suite, compile(js).js, nodeSandboxes, { seed: 1 });
  const [shown] = report.cases;
  if (!shown) throw new Error(report.message);
  return shown;
}

describe('what is printed', () => {
  it('stands at the step that was being taken', async () => {
    const shown = await printed(
      `export const listen = (tcb, seg) => { console.log('at', seg.seq, seg.ctl.rst); };`,
      ['listen'],
      { id: 'one', group: 'visible', pkt: SCRIPT },
    );
    const times = shown.console.lines.map(({ step }) => shown.theirs.entries[step ?? -1]?.t);
    expect(times).toEqual([100, 200]);
  });

  it('belongs to no step where the step threw', async () => {
    const shown = await printed(
      `export const listen = (tcb, seg) => { console.log('last words'); throw new Error('no'); };`,
      ['listen'],
      { id: 'one', group: 'visible', pkt: SCRIPT },
    );
    expect(shown.console.lines).toMatchObject([{ text: 'last words', step: null }]);
    expect(shown).toMatchObject({ verdict: 'threw', event: { t: 100 } });
    expect(Math.max(...shown.reference.entries.map(({ t }) => t))).toBe(100);
  });

  it('stands at the call that was being made', async () => {
    const shown = await printed(
      `export const lt = (a, b) => { if (a > b) console.log(a, b); return a < b; };
       export const leq = lt; export const between = () => true; export const segLen = () => 0;`,
      ['lt'],
      {
        ...{ id: 'calls', group: 'visible', rfc: '3.4', call: 'lt' },
        args: [
          [1, 2],
          [5, 2],
        ],
      },
    );
    expect(shown.console.lines).toMatchObject([{ text: '5 2', step: 1 }]);
  });
});
