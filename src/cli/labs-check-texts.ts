import type { LabFiles } from '#judge/files/read-lab.ts';
import { finding, least, present } from './labs-check-files.ts';
import type { Finding } from './labs-check.ts';

const LEAST_RUNGS = 3;

/** Is everything said that is to be said, in language `lang`, in which the lab was read? */
export function checkTexts(lab: LabFiles, lang: string): readonly Finding[] {
  const { text, hints } = lab;
  const [textFile, hintsFile] = [`text.${lang}.mdx`, `hints.${lang}.mdx`];
  const front = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text ?? '');
  const rungs = (hints ?? '').split(/^## .+$/m).slice(1);
  const empty = rungs.filter((rung) => rung.trim() === '').length;
  return [
    present(textFile, text),
    finding(
      'the text has a title and a story',
      /^title: \S/m.test(front?.[1] ?? '') && /^story:\n {2}- \S/m.test(front?.[1] ?? '')
        ? null
        : `${textFile}: begin with front matter that has \`title:\` and a list \`story:\``,
    ),
    finding('the text has a task', front?.[2]?.trim() ? null : `${textFile}: say what to do`),
    finding(
      'the text says what Linux does',
      /^## .*Linux/m.test(front?.[2] ?? '')
        ? null
        : `${textFile}: add the section “## What Linux really does”`,
    ),
    present(hintsFile, hints),
    least('hints', rungs.length, LEAST_RUNGS, `a “## …” heading and a hint to ${hintsFile}`),
    finding('no hint is empty', empty === 0 ? null : `${hintsFile}: ${empty} hints have no text`),
    ...checkNames(lab, `messages.${lang}.json`),
    checkGaps(lab, lang),
  ];
}

/** What `labs:new` left to be filled in has been filled in. */
function checkGaps({ lab, text, hints, messages }: LabFiles, lang: string): Finding {
  const files = {
    'lab.ts': JSON.stringify(lab ?? null),
    [`text.${lang}.mdx`]: text,
    [`hints.${lang}.mdx`]: hints,
    [`messages.${lang}.json`]: JSON.stringify(messages),
  };
  const gaps = Object.entries(files).flatMap(([name, content]) =>
    [...(content ?? '').matchAll(/‹[^›]*›/g)].map(([gap]) => `${name}: ${gap}`),
  );
  const problem = gaps.length === 0 ? null : `fill in\n    ${gaps.join('\n    ')}`;
  return finding('no gap is left in the texts', problem);
}

/** Tests and mutants are named in messages, and nothing else is. */
function checkNames({ cases, mutants, messages }: LabFiles, file: string): readonly Finding[] {
  return [
    ...sameNames(
      file,
      'tests',
      cases.map(({ id }) => id),
      Object.keys(messages.tests),
    ),
    ...sameNames(
      file,
      'mutants',
      mutants.map(({ name }) => name),
      Object.keys(messages.mutants),
    ),
  ];
}

function sameNames(
  file: string,
  kind: string,
  files: readonly string[],
  texts: readonly string[],
): Finding[] {
  const list = (names: readonly string[]) => names.join(', ');
  const missing = files.filter((name) => !texts.includes(name));
  const extra = texts.filter((name) => !files.includes(name));
  const twice = files.filter((name, i) => files.indexOf(name) !== i);
  return [
    finding(
      `${kind} have their sentences`,
      missing.length === 0 ? null : `${file}: add to "${kind}": ${list(missing)}`,
    ),
    finding(
      `no sentence without a file (${kind})`,
      extra.length === 0 ? null : `${file}: remove from "${kind}": ${list(extra)}`,
    ),
    finding(
      `${kind} have different names`,
      twice.length === 0 ? null : `rename: ${list(twice)}; visible and hidden share their names`,
    ),
  ];
}
