import type { TestRules } from './collected.ts';
import type { Requirement } from './requirement.ts';

/** A requirement with where the engine names it and which tests followed it. */
export interface Row extends Requirement {
  readonly meaning: string;
  /** `src/tcp/planks/listen.ts:25` … */
  readonly places: readonly string[];
  /** The tests that followed it; those that follow the fewest rules, and so say most of it, first. */
  readonly tests: readonly string[];
  /** Why it fails; empty if it does not. */
  readonly problems: readonly string[];
}

/** What the table is made of. */
export interface Sources {
  readonly requirements: readonly Requirement[];
  /** Where the engine's code names each rule. */
  readonly named: ReadonlyMap<string, readonly string[]>;
  readonly tests: readonly TestRules[];
  /** The words of a rule; `null` if it has none. */
  wordsOf(id: string): string | null;
}

/** Is there something to show, be it in part? */
export const isFollowed = ({ scope }: Requirement): boolean =>
  scope === 'followed' || scope === 'in part';

/** The table: a row for each requirement, in their order. */
export function table({ requirements, named, tests, wordsOf }: Sources): readonly Row[] {
  const followedBy = testsByRule(tests);
  return requirements.map((requirement) => {
    const { id } = requirement;
    const meaning = requirement.meaning ?? wordsOf(id);
    const places = named.get(id) ?? [];
    const followed = followedBy.get(id) ?? [];
    const problems = [
      ...(meaning === null ? [`there are no words for it: write rule.${id}`] : []),
      ...(isFollowed(requirement) && places.length === 0 ? ['no rule in the engine names it'] : []),
      ...(isFollowed(requirement) && followed.length === 0
        ? ['no test that passed has followed it']
        : []),
      ...(requirement.scope === 'out of scope' && places.length > 0
        ? [`out of scope, and yet ${places[0]} names it`]
        : []),
    ];
    return { ...requirement, meaning: meaning ?? '', places, tests: followed, problems };
  });
}

function testsByRule(tests: readonly TestRules[]): ReadonlyMap<string, readonly string[]> {
  const byRule = new Map<string, Set<string>>();
  for (const { test, rules } of tests.toSorted((a, b) => a.rules.length - b.rules.length)) {
    for (const rule of rules) byRule.set(rule, (byRule.get(rule) ?? new Set()).add(test));
  }
  return new Map([...byRule].map(([rule, names]) => [rule, mentionsFirst(rule, [...names])]));
}

/** The tests whose names speak of the rule, and then the others. */
function mentionsFirst(rule: string, names: readonly string[]): readonly string[] {
  const asCited = rule.replace(/^RFC(\d+)\//, 'RFC $1 §').replace(/^(?=3\.)/, '§');
  const mentions = (name: string) =>
    [rule, asCited].some((id) => new RegExp(`${RegExp.escape(id)}(?![\\d/])`).test(name));
  return [...names.filter(mentions), ...names.filter((name) => !mentions(name))];
}

/** Ids in the engine's code, or heard from it, that no requirement has: each is a slip of the pen. */
export function unknownRules({ requirements, named, tests }: Sources): readonly string[] {
  const known = new Set(requirements.map(({ id }) => id));
  const inCode = [...named].filter(([id]) => !known.has(id));
  const heard = tests.flatMap(({ test, rules }) =>
    rules
      .filter((id) => looksLikeRule(id) && !known.has(id) && !named.has(id))
      .map((id) => [id, test]),
  );
  return [
    ...inCode.map(([id, places]) => `${id} (${places.join(', ')})`),
    ...new Map(heard as [string, string][]).entries().map(([id, test]) => `${id} (in ${test})`),
  ];
}

const looksLikeRule = (id: string): boolean => /^(3\.\d|MUST|SHLD|MAY|REC|RFC|impl)/.test(id);
