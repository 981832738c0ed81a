import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { solutionPolicy, type SolutionRules } from '../solution-policy.ts';

const LABS = fileURLToPath(new URL('../../../labs/', import.meta.url));
const LIST = 'virtual:lab-solutions';
const ONE = 'virtual:lab-solution/';

/**
 * The solutions that learners may ever see, one chunk each, fetched when they are asked for. Where
 * the policy is `never`, no word of the solution gets into the site.
 */
export function solutionsPlugin(rules: SolutionRules): Plugin {
  const isShown = (lab: string) => solutionPolicy(rules, lab) !== 'never';
  return {
    name: 'lab-solutions',
    resolveId: (id) => (id === LIST || id.startsWith(ONE) ? `\0${id}` : undefined),
    async load(id) {
      if (id === `\0${LIST}`) {
        const rows = labIds()
          .filter(isShown)
          .map((lab) => `${JSON.stringify(lab)}: () => import('${ONE}${lab}'),`);
        return `export const solutions = {\n${rows.join('\n')}\n};`;
      }
      if (!id.startsWith(`\0${ONE}`)) return undefined;
      const lab = id.slice(ONE.length + 1);
      if (!isShown(lab)) this.error(`The solution of “${lab}” is never to be shown.`);
      const file = `${LABS}${lab}/solution.ts`;
      this.addWatchFile(file);
      return `export default ${JSON.stringify(await readFile(file, 'utf8'))};`;
    },
  };
}

function labIds(): readonly string[] {
  return readdirSync(LABS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}
