import { labProblems } from '#judge/lab-schema.ts';
import type { LabFiles } from '#judge/files/read-lab.ts';
import type { Finding } from './labs-check.ts';

/** What may lie in a lab's folder. */
const KNOWN = [
  /^lab\.ts$/,
  /^(text|hints)\.[a-z-]+\.mdx$/,
  /^messages\.[a-z-]+\.json$/,
  /^(starter|solution)\.ts$/,
  /^suite\/(visible|hidden)\/([a-z0-9-]+\.pkt|cases\.ts)$/,
  /^suite\/hidden\/random\.ts$/,
  /^mutants\/[a-z0-9-]+\.ts$/,
];

const LEAST_MUTANTS = 6;

/** Is everything there, in the right shape, and nothing else? */
export function checkFiles(lab: LabFiles): readonly Finding[] {
  const problems = labProblems(lab.lab, lab.id);
  return [
    finding('lab.ts says what the lab is', problems.length === 0 ? null : problems.join('\n    ')),
    present('starter.ts', lab.starter),
    present('solution.ts', lab.solution),
    least(
      'a visible test',
      lab.cases.filter(isVisible).length,
      1,
      'suite/visible/<name>.pkt, or an entry to suite/visible/cases.ts',
    ),
    least(
      'a hidden test',
      lab.cases.filter((each) => !isVisible(each)).length,
      1,
      'suite/hidden/<name>.pkt, or an entry to suite/hidden/cases.ts',
    ),
    least(
      'mutants',
      lab.mutants.length,
      LEAST_MUTANTS,
      'mutants/<name>.ts, one misconception each',
    ),
    ...lab.files
      .filter((name) => !KNOWN.some((pattern) => pattern.test(name)))
      .map((name) => finding('no stray files', strayProblem(name))),
  ];
}

function strayProblem(name: string): string {
  const plain = name.toLowerCase().replaceAll(/[ _]/g, '-');
  const isMeant = KNOWN.some((pattern) => pattern.test(plain));
  if (isMeant) return `${name}: rename it to ${plain}, lower-case letters, digits and hyphens`;
  return `${name} does not belong into a lab: remove it`;
}

function isVisible({ group }: { readonly group: string }): boolean {
  return group === 'visible';
}

export function finding(what: string, problem: string | null): Finding {
  return { what, problem };
}

export function present(name: string, text: string | null): Finding {
  return finding(`${name} is there`, text?.trim() ? null : `write ${name}`);
}

export function least(what: string, found: number, wanted: number, where: string): Finding {
  const problem = found >= wanted ? null : `found ${found}, needs ${wanted}: add ${where}`;
  return finding(`there are enough: ${what}`, problem);
}
