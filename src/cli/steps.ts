import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { type Counts, parseCounts } from './counts.ts';
import { deepTests } from './deep.ts';
import { BUILD_DIR, ROOT } from './paths.ts';
import { type Finished, runNode, runTool, type Tool } from './process.ts';
import { COLLECT_INTO } from './rfc/collected.ts';
import { readVitestReport } from './vitest-report.ts';

/** One part of `npm test`. */
export interface Step {
  /** To ask for it alone: `npm run test:all -- lint unit`. */
  readonly id: string;
  readonly title: string;
  /** What of it `npm run test:deep` runs, with larger numbers; nothing, if it would do the same. */
  readonly deep?: Step['run'];
  /** Needs a Linux kernel to itself. Where there is none it says so, and nothing of it is counted. */
  readonly kernel?: boolean;
  run(env: NodeJS.ProcessEnv): Promise<Counts>;
}

/** A tool that passes or fails as a whole. */
function tool(name: Tool, args: readonly string[]): Step['run'] {
  return async (env) => asOne(await runTool(name, args, { env }));
}

/** One of our own commands: it ends with the line of counts. */
function command(script: string, ...args: string[]): Step['run'] {
  return async (env) => {
    const finished = await runNode([join(ROOT, 'src/cli', script), ...args], { env });
    const counts = parseCounts(finished.output) ?? asOne(finished);
    const silent = finished.code !== 0 && counts.failed === 0;
    return silent ? { ...counts, failed: 1 } : counts;
  };
}

/** Where the unit tests leave the rules that they followed, for the table of requirements. */
const RULES = join(BUILD_DIR, 'rules-of-units');

function vitest(
  name: string,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Step['run'] {
  return async (env) => {
    const report = join(BUILD_DIR, 'reports', `${name}.json`);
    rmSync(report, { force: true });
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const { code } = await runTool('vitest', ['run', ...args, ...reporters], {
      env: { ...env, ...more },
    });
    return readVitestReport(report, code);
  };
}

function asOne({ code }: Finished): Counts {
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** Everything that `npm test` does, in order: what is quick and tells most comes first. */
export const STEPS: readonly Step[] = [
  {
    id: 'format',
    title: 'Formatting (prettier)',
    run: tool('prettier', ['--check', '--log-level', 'warn', '.']),
  },
  {
    id: 'lint',
    title: 'Lint (eslint, no warnings)',
    run: tool('eslint', ['--max-warnings', '0', '.']),
  },
  { id: 'types', title: 'Types (astro check)', run: tool('astro', ['check']) },
  {
    id: 'rooms',
    title: 'Direction of imports (dependency-cruiser)',
    run: tool('depcruise', [
      ...['--config', '.dependency-cruiser.mjs'],
      ...['src', 'labs', 'content', 'tests'],
    ]),
  },
  { id: 'structure', title: 'Structure of the project', run: command('structure.ts') },
  {
    id: 'licences',
    title: 'Licences of what is shipped',
    run: async (env) =>
      asOne(await runNode([join(ROOT, 'src/cli/licences.ts'), '--check'], { env })),
  },
  {
    id: 'unit',
    title: 'Unit tests (vitest)',
    deep: (env) => vitest('unit-deep', deepTests())(env),
    run: vitest('unit', [], { [COLLECT_INTO]: RULES }),
  },
  {
    id: 'rfc',
    title: 'Requirements, their rules and their tests',
    run: command('rfc.ts', '--collected', RULES),
  },
  {
    id: 'model',
    title: 'Model check: two hosts, a bad network',
    deep: command('model.ts'),
    run: command('model.ts'),
  },
  {
    id: 'mutants',
    title: 'Broken engines, and the tests that notice them',
    run: command('mutants.ts'),
  },
  {
    id: 'interop',
    title: 'The engine against the Linux kernel',
    kernel: true,
    run: command('interop.ts'),
  },
  {
    id: 'captures',
    title: 'Captures of the Linux kernel',
    kernel: true,
    run: vitest('captures', [
      'tests/captures/kernel.test.ts',
      '--config',
      'tests/captures/vitest.config.ts',
    ]),
  },
  {
    id: 'exported',
    title: 'Captures of figures, read by tshark',
    run: vitest('exported', [
      'tests/captures/exported.test.ts',
      '--config',
      'tests/captures/vitest.config.ts',
    ]),
  },
  { id: 'labs', title: 'Labs', run: command('labs-check.ts') },
  {
    id: 'site',
    title: 'The site, built at / and under a base path',
    run: command('check-site.ts'),
  },
  { id: 'bytes', title: 'Byte budgets', run: command('budgets.ts') },
  {
    id: 'hostile',
    title: 'Hostile programs in Chromium and Firefox',
    run: vitest('hostile', ['--config', 'tests/hostile/vitest.config.ts']),
  },
  {
    id: 'browser',
    title: 'Browser tests (Chromium)',
    run: vitest('browser', ['--config', 'tests/browser/vitest.config.ts']),
  },
];
