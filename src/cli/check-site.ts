/** Builds the site at `/` and under a base path, and looks at every page of both. */
import { policyProblems } from '#course/csp.ts';

import { course } from '../../course.config.ts';
import { run } from './cli-error.ts';
import { type Check, reportChecks } from './counts.ts';
import { filesBelow } from './files.ts';
import { buildSite, type SiteBuild } from './site/build-site.ts';
import { figureProblems } from './site/figures.ts';
import { linkProblems } from './site/links.ts';
import { metadataProblems } from './site/metadata.ts';
import { type Page, readPages } from './site/pages.ts';
import { TESTED_SITES } from './site/tested-sites.ts';

/** Not a page that anyone opens; its own policy is tested beside the sandbox. */
const NO_PAGE = ['sandbox.html'];

await run(async () => {
  const checks: Check[] = [];
  for (const site of Object.values(TESTED_SITES)) {
    await buildSite(site);
    checks.push(...checksOf(site));
  }
  return reportChecks(checks).failed > 0 ? 1 : 0;
});

function checksOf({ outDir, base, gallery = false }: SiteBuild): readonly Check[] {
  const files = new Set(filesBelow(outDir));
  const pages = readPages(outDir);
  const open = pages.filter(({ path }) => !NO_PAGE.includes(path));
  return [
    {
      name: `${base} has the addresses that were promised`,
      problems: promised().filter((path) => !files.has(path)),
    },
    {
      name: `${base} has the gallery of figures only where it was asked for`,
      problems: files.has('gallery/index.html') === gallery ? [] : [`asked for: ${gallery}`],
    },
    {
      name: `${base} every link leads somewhere (${pages.length} pages)`,
      problems: linkProblems({ base, pages, files }),
    },
    {
      name: `${base} every page has a strict Content-Security-Policy`,
      problems: each(open, ({ html }) => policyProblems(html)),
    },
    { name: `${base} every page says what it is`, problems: each(open, metadataProblems) },
    {
      name: `${base} every figure can be seen and read without a script`,
      problems: each(open, figureProblems),
    },
  ];
}

function promised(): readonly string[] {
  const addresses = ['', ...course.chapters.map((id) => `${id}/`)];
  const labs = course.labs.map((id) => `labs/${id}/`);
  return [...[...addresses, ...labs].map((address) => `${address}index.html`), '404.html'];
}

function each(pages: readonly Page[], find: (page: Page) => readonly string[]): readonly string[] {
  return pages.flatMap((page) => find(page).map((problem) => `${page.path}: ${problem}`));
}
