import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { describe, expect, it } from 'vitest';
import type { SolutionRules } from '../solution-policy.ts';
import { solutionsPlugin } from './solutions-plugin.ts';

const START = 'virtual:start';

/** All that a build of the solutions writes, as one text per file. */
async function built(rules: SolutionRules): Promise<readonly string[]> {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      solutionsPlugin(rules),
      {
        name: 'start',
        resolveId: (id) => (id === START ? id : undefined),
        load: (id) =>
          id === START
            ? "import { solutions } from 'virtual:lab-solutions';\nconsole.log(solutions);"
            : undefined,
      },
    ],
    build: { write: false, rolldownOptions: { input: START } },
  });
  const { output: files } = output as Rolldown.RolldownOutput;
  return files.map((file) => (file.type === 'chunk' ? file.code : String(file.source)));
}

/** A line of a solution that stands nowhere else, without what quoting could change. */
function lineOf(lab: string): string {
  const file = fileURLToPath(new URL(`../../../labs/${lab}/solution.ts`, import.meta.url));
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => !/["'`\\]/.test(line)).sort((a, b) => b.length - a.length)[0] ?? '';
}

const holding = (files: readonly string[], text: string) =>
  files.filter((file) => file.includes(text)).length;

describe('solutions in the site', () => {
  it('lie in a file of their own', async () => {
    const files = await built({});
    expect(holding(files, lineOf('listen'))).toBe(1);
    expect(holding(files, lineOf('ring'))).toBe(1);
  });

  it('are not there at all where the policy is never', async () => {
    const files = await built({ solutions: 'never', solutionsByLab: { ring: 'always' } });
    expect(lineOf('listen').length).toBeGreaterThan(20);
    expect(holding(files, lineOf('listen'))).toBe(0);
    expect(holding(files, lineOf('ring'))).toBe(1);
  });
});
