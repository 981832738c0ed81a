/*
 * npm run labs:check [id …]
 * Proves of each lab that it holds what it promises; says in plain words what is missing.
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readLab } from '#judge/files/read-lab.ts';
import { checkFiles } from './labs-check-files.ts';
import { checkSuite } from './labs-check-suite.ts';
import { checkTexts } from './labs-check-texts.ts';

/** The languages of the interface are those of the labs. */
const LANGUAGES = readdirSync(new URL('../../content/i18n/', import.meta.url))
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace('.json', ''));
const LABS = fileURLToPath(new URL('../../labs/', import.meta.url));

/** Something that was tried, and what is wrong if it failed. */
export interface Finding {
  readonly what: string;
  readonly problem: string | null;
}

async function checkLab(id: string): Promise<readonly Finding[]> {
  const lab = await readLab(LABS + id);
  const texts = await Promise.all(
    LANGUAGES.map(async (lang) => checkTexts(await readLab(LABS + id, lang), lang)),
  );
  const files = [...checkFiles(lab), ...texts.flat()];
  // A lab without its files is not worth running.
  if (files.some(({ problem }) => problem !== null)) return files;
  return [...files, ...(await checkSuite(lab))];
}

const all = readdirSync(LABS, { withFileTypes: true })
  .filter((each) => each.isDirectory())
  .map((each) => each.name)
  .sort();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((id) => !all.includes(id));
if (unknown.length > 0) {
  console.error(`There is no lab ${unknown.join(', ')}. There are: ${all.join(', ')}.`);
  process.exit(2);
}

let passed = 0;
let failed = 0;
for (const id of wanted.length > 0 ? wanted : all) {
  const findings = await checkLab(id);
  const problems = findings.filter(({ problem }) => problem !== null);
  passed += findings.length - problems.length;
  failed += problems.length;
  console.log(`labs/${id}: ${findings.length} checks, ${problems.length} failed`);
  for (const { what, problem } of problems) console.log(`  ${what}\n    ${problem}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
