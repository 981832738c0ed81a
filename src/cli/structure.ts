/** `npm run structure`: rules about the project's files that no linter knows. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { run } from './cli-error.ts';
import { type Check, reportChecks } from './counts.ts';
import { projectFiles } from './files.ts';
import { ROOT } from './paths.ts';
import { undocumented } from './structure/docstrings.ts';
import { wrongWay } from './structure/imports.ts';
import { messageProblems } from './structure/messages.ts';
import { oversized } from './structure/size.ts';
import { isTest, type Source } from './structure/source.ts';
import { strays } from './structure/top-level.ts';
import { machinePaths, silenced, unfinished } from './structure/words.ts';

const TEXT = /[.](ts|tsx|mjs|js|astro|mdx?|json|css|html|pkt|svg)$|^[.]ci\/|^[.]\w+$/;

await run(() => {
  const paths = projectFiles();
  const sources = paths.filter((path) => TEXT.test(path)).map(read);
  const checks: Check[] = [
    { name: 'nothing strays at the top level', problems: strays(paths) },
    { name: 'no file is about two things', problems: oversized(sources) },
    { name: 'exported functions say what they do', problems: undocumented(sources) },
    { name: 'nothing is left unfinished', problems: unfinished(sources) },
    { name: 'no test or rule is switched off', problems: silenced(sources) },
    { name: 'no machine and no registry is named', problems: machinePaths(sources) },
    { name: 'pages import one way', problems: wrongWay(sources) },
    { name: 'interface texts and their keys agree', problems: textProblems(sources) },
  ];
  return Promise.resolve(reportChecks(checks).failed > 0 ? 1 : 0);
});

function read(path: string): Source {
  return { path, text: readFileSync(join(ROOT, path), 'utf8') };
}

function textProblems(sources: readonly Source[]): readonly string[] {
  const own = keysIn('content/i18n/en.json');
  const starlights = keysIn('node_modules/@astrojs/starlight/dist/translations/en.js');
  const code = sources.filter(
    (source) =>
      /^(src|content|labs)\/.*[.](ts|tsx|astro|mdx)$/.test(source.path) && !isTest(source),
  );
  return messageProblems(own, code, new Set(starlights));
}

/** The keys of a flat list of texts: JSON, or the script that Starlight makes of its own. */
function keysIn(path: string): readonly string[] {
  return [...read(path).text.matchAll(/^\s*"([^"]+)":/gm)].map(([, key]) => key ?? '');
}
