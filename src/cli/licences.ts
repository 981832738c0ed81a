/*
 * `npm run licences`: writes THIRD-PARTY.md, the licences of what the built site ships.
 * `npm run licences -- --check` only compares, and fails if the file is not up to date.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { shippedWorks } from '#course/licences/shipped.ts';
import { thirdPartyFile } from '#course/licences/third-party.ts';

const root = new URL('../../', import.meta.url);
const file = new URL('THIRD-PARTY.md', root);
const works = shippedWorks(fileURLToPath(root));
const text = thirdPartyFile(works);

if (!process.argv.includes('--check')) {
  await writeFile(file, text);
  console.log(`THIRD-PARTY.md names ${works.length} works.`);
} else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
  console.error('THIRD-PARTY.md is out of date. Run: npm run licences');
  process.exitCode = 1;
} else {
  console.log(`THIRD-PARTY.md is up to date: ${works.length} works.`);
}
