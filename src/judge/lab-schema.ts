import { isPlank } from '#tcp';
import type { Lab } from './lab.ts';

type Check = (value: unknown) => string | null;

const text: Check = (value) =>
  typeof value === 'string' && value.trim() !== '' ? null : 'must be a text that is not empty';
const texts: Check = (value) =>
  Array.isArray(value) && value.every((each) => text(each) === null)
    ? null
    : 'must be a list of texts';
const someTexts: Check = (value) =>
  texts(value) ?? ((value as unknown[]).length > 0 ? null : 'must have at least one entry');
const planks: Check = (value) => {
  const problem = someTexts(value);
  if (problem !== null) return problem;
  const strangers = (value as string[]).filter((name) => !isPlank(name));
  return strangers.length === 0
    ? null
    : `has what is no plank of the engine: ${strangers.join(', ')}`;
};
const sections: Check = (value) =>
  someTexts(value) ??
  ((value as string[]).every((each) => /^\d+(\.\d+)*$/.test(each))
    ? null
    : 'must be section numbers of RFC 9293, such as 3.10.7.2');
const minutes: Check = (value) =>
  Number.isInteger(value) && (value as number) >= 5 && (value as number) <= 90
    ? null
    : 'must be a whole number from 5 to 90';

const FIELDS: Readonly<Record<keyof Lab, Check>> = {
  id: (value) =>
    typeof value === 'string' && /^[a-z][a-z0-9-]*$/.test(value)
      ? null
      : 'must be lower-case letters, digits and hyphens',
  chapter: (value) =>
    typeof value === 'string' && /^[a-z0-9-]+\/[a-z0-9-]+$/.test(value)
      ? null
      : 'must be a chapter’s address, such as handshake/three-way',
  planks,
  profile: (value) =>
    value === 'rfc9293' || value === 'linux' || value === 'freebsd'
      ? null
      : 'must be rfc9293, linux or freebsd',
  objectives: someTexts,
  rfc: sections,
  minutes,
  needs: texts,
  tags: someTexts,
};

/** What is wrong with a `lab.ts`, in words for its author; empty if nothing is. */
export function labProblems(value: unknown, folder: string): readonly string[] {
  if (typeof value !== 'object' || value === null) {
    return ['lab.ts: `export default { … } satisfies Lab` is missing'];
  }
  const lab = value as Record<string, unknown>;
  const wrong = Object.entries(FIELDS).flatMap(([name, check]) => {
    const problem = check(lab[name]);
    return problem === null ? [] : [`lab.ts: \`${name}\` ${problem}`];
  });
  const unknown = Object.keys(lab).filter((name) => !(name in FIELDS));
  const extra = unknown.map((name) => `lab.ts: \`${name}\` is not known; remove it`);
  const elsewhere =
    lab.id === folder ? [] : [`lab.ts: \`id\` must be the folder’s name, ${folder}`];
  return [...wrong, ...extra, ...elsewhere];
}
