import { beforeAll, describe, expect, it } from 'vitest';
import { nodeSandboxes } from '#sandbox/node/node-sandbox.ts';
import { compile } from './compile/compile.ts';
import { readLab } from './files/read-lab.ts';
import { tryScript, type ScratchResult } from './scratch.ts';

const LISTEN = new URL('../../labs/listen/', import.meta.url).pathname;

let right = '';
beforeAll(async () => {
  right = compile((await readLab(LISTEN)).solution ?? '').js;
});

const attempt = (pkt: string, js = right): Promise<ScratchResult> =>
  tryScript(pkt, { js, exports: ['listen'] }, nodeSandboxes, { seed: 1, budget: 400 });
const reportOf = (result: ScratchResult) => (result.kind === 'run' ? result.report : null);

const OPEN = `0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
0 listen(3, 1) = 0
`;
const SYN = `${OPEN}0.1 < S 0:0(0) win 1000\n`;

describe('a script of the learner’s own', () => {
  it('needs only what happens', async () => {
    const result = await attempt(SYN);
    expect(result).toMatchObject({ kind: 'run', unmet: [] });
    expect(reportOf(result)).toMatchObject({ id: 'scratch', verdict: 'passed', pkt: SYN });
    expect(reportOf(result)?.theirs.entries).toEqual(
      reportOf(result)?.reference.entries.map((each) =>
        each.kind === 'step' && each.by === 'reference' ? expect.anything() : each,
      ),
    );
  });

  it('shows theirs beside the reference', async () => {
    const report = reportOf(await attempt(SYN, 'exports.listen = () => {};'));
    expect(report).toMatchObject({ verdict: 'wrong', divergence: { what: 'segments' } });
    expect(report?.reference.entries.some(({ kind }) => kind === 'transit')).toBe(true);
  });

  it('is told where it expects what the reference does not do', async () => {
    const result = await attempt(`${SYN}+0 > S. 0:0(0) ack 7 win 65535 <mss 1460>\n`);
    expect(result).toMatchObject({ unmet: [{ place: { line: 4, column: 1 } }] });
    expect(result.kind === 'run' && result.unmet[0]?.message).toMatch(/^expected .*ack 7.*found/);
    const good = await attempt(`${SYN}+0 > S. 0:0(0) ack 1 win 65535 <mss 1460>\n`);
    expect(good).toMatchObject({ unmet: [] });
  });

  it.each([
    ['0.1 < Q 0:0(0) win 5', { line: 1, column: 7, message: expect.stringContaining('no flag') }],
    [`${OPEN}0.1 < S 0:0(0`, { line: 3, message: expect.stringContaining('octets') }],
    ['', { line: 1, column: 1, message: expect.stringContaining('nothing happens') }],
    ['+0 `ls`', { line: 1, message: 'this line cannot be run without a live host' }],
  ])('says in words what is wrong with it: %j', async (pkt, problem) => {
    expect(await attempt(pkt)).toMatchObject({ kind: 'problem', ...problem });
  });

  it.each([
    ['exports.listen = () => { throw new Error("no"); };', 'threw', 'Error: no'],
    ['exports.listen = () => { for (;;); };', 'did not return', ''],
    [
      'exports.other = 1;',
      'returned nonsense',
      '`listen` is not exported; the module exports `other`',
    ],
  ])('has every kind of verdict: %s', async (js, verdict, message) => {
    expect(reportOf(await attempt(SYN, js))).toMatchObject({ verdict, message, id: 'scratch' });
  });
});
