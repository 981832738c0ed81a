/*
 * npm run labs:check [-- id …]
 * Proves of each lab that it holds what it promises; says in plain words what is missing.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { course } from '../../course.config.ts';
import { LabError } from '#judge/files/lab-error.ts';
import { readLab } from '#judge/files/read-lab.ts';
import { reusedSandboxes } from '#sandbox/node/reused-sandboxes.ts';
import type { SandboxFactory } from '#sandbox/sandbox.ts';
import { CliError, run } from './cli-error.ts';
import { checkFiles } from './labs-check-files.ts';
import { checkPlace } from './labs-check-place.ts';
import { checkSuite } from './labs-check-suite.ts';
import { checkTexts } from './labs-check-texts.ts';
import { ROOT } from './paths.ts';

/** The languages of the interface are those of the labs. */
const LANGUAGES = readdirSync(join(ROOT, 'content/i18n'))
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace('.json', ''));
const LABS = join(ROOT, 'labs');

/** Something that was tried, and what is wrong if it failed. */
export interface Finding {
  readonly what: string;
  readonly problem: string | null;
}

async function checkLab(id: string, factory: SandboxFactory): Promise<readonly Finding[]> {
  const folder = join(LABS, id);
  try {
    const lab = await readLab(folder);
    const texts = await Promise.all(
      LANGUAGES.map(async (lang) => checkTexts(await readLab(folder, lang), lang)),
    );
    const files = [...checkFiles(lab), ...texts.flat()];
    // A lab without its files is not worth running.
    if (files.some(({ problem }) => problem !== null)) return files;
    const place = await checkPlace(lab.lab, LABS, course.labs);
    return [...files, ...place, ...(await checkSuite(lab, factory))];
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    return [{ what: `${error.file} can be read`, problem: error.why }];
  }
}

await run(async () => {
  const all = readdirSync(LABS, { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .map((each) => each.name)
    .sort();
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((id) => !all.includes(id));
  if (unknown.length > 0) {
    throw new CliError(
      `There is no lab ${unknown.join(', ')}. There are: ${all.join(', ')}. A lab is named by its folder in labs/.`,
      2,
    );
  }

  const sandboxes = reusedSandboxes();
  let passed = 0;
  let failed = 0;
  try {
    for (const id of wanted.length > 0 ? wanted : all) {
      const findings = await checkLab(id, sandboxes);
      const problems = findings.filter(({ problem }) => problem !== null);
      passed += findings.length - problems.length;
      failed += problems.length;
      console.log(`labs/${id}: ${findings.length} checks, ${problems.length} failed`);
      for (const { what, problem } of problems) console.log(`  ${what}\n    ${problem}`);
    }
  } finally {
    sandboxes.end();
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
});
