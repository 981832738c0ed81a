import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readLab } from '#judge/files/read-lab.ts';
import { ROOT } from '../paths.ts';
import { openBench, type Bench } from './bench.ts';
import { asJson } from './json.ts';
import { asLine } from './line.ts';

const LAB = join(ROOT, 'labs/listen');

let folder: string;
let bench: Bench;
let name: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bench-'));
  name = join(folder, 'mutant.ts');
  const { mutants } = await readLab(LAB);
  writeFileSync(name, mutants.find((each) => each.name === 'syn-before-ack')?.source ?? '');
  bench = await openBench(LAB, 7);
}, 60_000);
afterAll(() => {
  bench.close();
  rmSync(folder, { recursive: true });
});

const judgement = () => ({ lab: 'listen', seed: 7, messages: bench.messages });

it('says of a known mistake what the page says', async () => {
  const result = await bench.judge(name);
  const line = asLine(result, bench.messages);
  expect(line).toContain('wrong: syn-ack-draws-reset: SYN,ACK draws a reset: it is an ACK first.');
  expect(line).toContain('Expected: RST seq=');
  const { files } = JSON.parse(asJson(judgement(), [result])) as {
    files: { failures: Record<string, unknown>[] }[];
  };
  expect(files[0]?.failures[0]).toMatchObject({
    case: 'syn-ack-draws-reset',
    group: 'hidden',
    verdict: 'wrong',
    misconception: { name: 'syn-before-ack', message: bench.messages.mutants['syn-before-ack'] },
    pkt: expect.stringContaining('> R') as string,
  });
});

it('says the same again, to the letter', async () => {
  const [first, again] = [await bench.judge(name), await bench.judge(name)];
  expect(asJson(judgement(), [first])).toBe(asJson(judgement(), [again]));
});

it('has no word for the terminal and no line of its own from a program', () => {
  const message = 'one\r\ntwo\u001b]0;title\u0007\u202e three';
  const failed = {
    kind: 'did not compile',
    file: 'a\nb.ts',
    errors: [{ line: 1, column: 2, message }],
  } as const;
  expect(asLine(failed, bench.messages)).toBe(
    'a b.ts: did not compile: 1:2 one two�]0;title�� three',
  );
});
