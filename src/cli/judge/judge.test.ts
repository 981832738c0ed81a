import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../paths.ts';

const CLI = join(ROOT, 'src/cli/judge.ts');
const LAB = join(ROOT, 'labs/ring');

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** What the command is given besides its arguments. */
interface Around {
  readonly cwd?: string;
  readonly input?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs the command as it is called, from another folder than the project's. */
function judge(args: readonly string[], { cwd = folder, input = '', env = {} }: Around = {}) {
  return new Promise<Ended>((resolve) => {
    const ended = { out: '', err: '' };
    const child = spawn(process.execPath, [CLI, ...args], {
      cwd,
      env: { PATH: process.env['PATH'], ...env },
    });
    child.stdout.on('data', (text: Buffer) => (ended.out += text.toString()));
    child.stderr.on('data', (text: Buffer) => (ended.err += text.toString()));
    child.on('close', (status) => resolve({ status, ...ended }));
    child.stdin.end(input);
  });
}

const solution = readFileSync(join(LAB, 'solution.ts'), 'utf8');
const plank = (body: string) =>
  `export const lt = (a: number, b: number): boolean => { ${body} };
   export const leq = lt; export const between = () => true; export const segLen = () => 0;`;

const FILES: Readonly<Record<string, string | Uint8Array>> = {
  'right.ts': solution,
  'with a name – é.ts': `\ufeff${solution.replaceAll('\n', '\r\n')}`,
  'loop.ts': plank('for (;;);'),
  'greedy.ts': plank('const all: number[][] = []; for (;;) all.push(new Array(1e4).fill(1.5));'),
  'loud.ts': plank(String.raw`throw new Error('one\ntwo \u001b[31m');`),
  'deep.ts': `export const lt = () => ${'('.repeat(50_000)}1${')'.repeat(50_000)};`,
  'half.ts': 'export const lt = (a',
  'typed.ts': `\nexport const lt: number = 'one';`,
  'empty.ts': '',
  'binary.ts': new Uint8Array([0xff, 0xfe, 0, 1, 2]),
  'huge.ts': `// ${'x'.repeat(1_100_000)}`,
  'zeros.ts': new Uint8Array(5_000),
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'judge-'));
  mkdirSync(join(folder, 'within'));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run judge', { timeout: 180_000 }, () => {
  it('judges every file, whatever the one before it did', async () => {
    const names = Object.keys(FILES);
    const { status, out } = await judge(['--lab', 'ring', '--json', ...names]);
    const judgement = JSON.parse(out) as { files: { file: string; verdict: string }[] };
    const verdicts = judgement.files.map(({ file, verdict }) => [file, verdict]);
    expect(Object.fromEntries(verdicts)).toEqual({
      'right.ts': 'passed',
      'with a name – é.ts': 'passed',
      'loop.ts': 'did not return',
      'greedy.ts': 'ran out of memory',
      'loud.ts': 'threw',
      'deep.ts': 'did not compile',
      'half.ts': 'did not compile',
      'typed.ts': 'did not compile',
      'empty.ts': 'returned nonsense',
      'binary.ts': 'did not compile',
      'huge.ts': 'did not compile',
      'zeros.ts': 'did not compile',
    });
    expect(judgement).toMatchObject({ lab: 'ring', seed: 1, passed: false });
    expect(judgement.files[7]).toMatchObject({
      errors: [
        { line: 2, column: 14, message: expect.stringContaining('not assignable') as string },
      ],
    });
    expect(judgement.files[10]).toMatchObject({
      errors: [{ message: expect.stringContaining('larger than 1 MB') as string }],
    });
    // One for each octet would be of use to nobody.
    expect(judgement.files[11]).toHaveProperty('errors.length', 1_000);
    expect(status).toBe(1);
  });

  it('says in one line what came of a file, and nothing else', async () => {
    const { status, out, err } = await judge(['--lab', 'ring', 'right.ts', 'loud.ts', 'half.ts']);
    const [right, loud, half, ...rest] = out.split('\n');
    expect(right).toBe('right.ts: passed');
    expect(loud).toMatch(/^loud\.ts: threw: \S+: .*Error: one two �\[31m/);
    expect(half).toMatch(/^half\.ts: did not compile: 1:\d+ /);
    expect(rest).toEqual(['']);
    expect(err).toBe('');
    expect(status).toBe(1);
  });

  it('tells of what it could not judge, and judges the rest', async () => {
    const args = ['--lab', 'ring', 'within', 'nowhere.ts', '-'];
    const { status, out, err } = await judge(args, { input: solution });
    expect(out).toBe('-: passed\n');
    expect(err).toBe(
      'within: could not be judged: it is a folder: name the files in it that are to be judged\n' +
        'nowhere.ts: could not be judged: there is no such file\n',
    );
    expect(status).toBe(2);
  });

  it('finds files where npm was called', async () => {
    copyFileSync(join(folder, 'right.ts'), join(folder, 'within', 'here.ts'));
    const env = { npm_lifecycle_event: 'judge', INIT_CWD: join(folder, 'within') };
    expect(await judge(['--lab', 'ring', 'here.ts'], { cwd: ROOT, env })).toEqual({
      status: 0,
      out: 'here.ts: passed\n',
      err: '',
    });
  });

  it.each([
    [['--lab', 'nothing', 'right.ts'], 'There is no lab “nothing”. There are: acceptable,'],
    [['--lab', '../labs', 'right.ts'], 'There is no lab “../labs”.'],
    [['right.ts'], 'Which lab? Say it with --lab ID.'],
    [['--lab', 'ring'], 'Which files? npm run judge -- --lab ID'],
    [['--lab', 'ring', '--seed', 'x', 'right.ts'], '--seed takes a whole number'],
    [['--lab', 'ring', '--quick', 'right.ts'], `Unknown option '--quick'`],
  ])('says what is wrong with %j', async (args, words) => {
    const { status, out, err } = await judge(args);
    expect(err).toContain(words);
    expect(out).toBe('');
    expect(status).toBe(2);
  });

  it('explains itself', async () => {
    const { status, out } = await judge(['--help']);
    for (const word of ['--lab ID', '--json', '--seed N', 'Status', 'failures']) {
      expect(out).toContain(word);
    }
    expect(status).toBe(0);
  });
});
