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
  /^mutants\/[a-z0-9-]+\.ts$/,
];

const LEAST_RUNGS = 3;
const LEAST_MUTANTS = 6;

/** Is everything there, in the right shape, and nothing else? */
export function checkFiles(lab: LabFiles): readonly Finding[] {
  const problems = labProblems(lab.lab, lab.id);
  return [
    finding('lab.ts says what the lab is', problems.length === 0 ? null : problems.join('\n    ')),
    ...checkTexts(lab),
    ...checkNames(lab),
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
      .map((name) => finding('no stray files', `${name} does not belong into a lab: remove it`)),
  ];
}

function isVisible({ group }: { readonly group: string }): boolean {
  return group === 'visible';
}

function finding(what: string, problem: string | null): Finding {
  return { what, problem };
}

function present(name: string, text: string | null): Finding {
  return finding(`${name} is there`, text?.trim() ? null : `write ${name}`);
}

function least(what: string, found: number, wanted: number, where: string): Finding {
  const problem = found >= wanted ? null : `found ${found}, needs ${wanted}: add ${where}`;
  return finding(`there are enough: ${what}`, problem);
}

function checkTexts({ text, hints }: LabFiles): readonly Finding[] {
  const front = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text ?? '');
  const rungs = (hints ?? '').split(/^## .+$/m).slice(1);
  const empty = rungs.filter((rung) => rung.trim() === '').length;
  return [
    present('text.en.mdx', text),
    finding(
      'the text has a title and a story',
      /^title: \S/m.test(front?.[1] ?? '') && /^story:\n {2}- \S/m.test(front?.[1] ?? '')
        ? null
        : 'text.en.mdx: begin with front matter that has `title:` and a list `story:`',
    ),
    finding('the text has a task', front?.[2]?.trim() ? null : 'text.en.mdx: say what to do'),
    finding(
      'the text says what Linux does',
      front?.[2]?.includes('## What Linux really does')
        ? null
        : 'text.en.mdx: add the section “## What Linux really does”',
    ),
    present('hints.en.mdx', hints),
    least('hints', rungs.length, LEAST_RUNGS, 'a “## …” heading and a hint to hints.en.mdx'),
    finding('no hint is empty', empty === 0 ? null : `hints.en.mdx: ${empty} hints have no text`),
  ];
}

/** Tests and mutants are named in messages, and nothing else is. */
function checkNames({ cases, mutants, messages }: LabFiles): readonly Finding[] {
  return [
    ...sameNames(
      'tests',
      cases.map(({ id }) => id),
      Object.keys(messages.tests),
    ),
    ...sameNames(
      'mutants',
      mutants.map(({ name }) => name),
      Object.keys(messages.mutants),
    ),
  ];
}

function sameNames(kind: string, files: readonly string[], texts: readonly string[]): Finding[] {
  const list = (names: readonly string[]) => names.join(', ');
  const missing = files.filter((name) => !texts.includes(name));
  const extra = texts.filter((name) => !files.includes(name));
  const twice = files.filter((name, i) => files.indexOf(name) !== i);
  return [
    finding(
      `${kind} have their sentences`,
      missing.length === 0 ? null : `messages.en.json: add to "${kind}": ${list(missing)}`,
    ),
    finding(
      `no sentence without a file (${kind})`,
      extra.length === 0 ? null : `messages.en.json: remove from "${kind}": ${list(extra)}`,
    ),
    finding(
      `${kind} have different names`,
      twice.length === 0 ? null : `rename: ${list(twice)}; visible and hidden share their names`,
    ),
  ];
}
