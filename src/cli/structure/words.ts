import { findings, isTest, type Source } from './source.ts';

/** Marks of unfinished work. A lab's starter is unfinished on purpose. */
export function unfinished(sources: readonly Source[]): readonly string[] {
  const marks = ['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'].join('|');
  return sources
    .filter(({ path }) => !/^labs\/[^/]+\/starter[.]ts$/.test(path))
    .flatMap((source) => findings(source, new RegExp(`\\b(${marks})\\b`, 'g'), 'unfinished'));
}

/** Tests that were switched off or singled out, and rules that were silenced. */
export function silenced(sources: readonly Source[]): readonly string[] {
  const tests = /\b(it|test|describe)[.](skip|only|todo)\b/g;
  const rules = /@ts-(ignore|nocheck)|eslint-disable/g;
  return sources
    .filter(
      ({ path }) => /[.](ts|tsx|mjs|astro)$/.test(path) && !path.startsWith('src/cli/structure'),
    )
    .flatMap((source) => [
      ...(isTest(source) ? findings(source, tests, 'test switched off or singled out') : []),
      ...findings(source, rules, 'rule silenced'),
    ]);
}

/** Places on one person's machine, and hosts that packages come from: both mean nothing elsewhere. */
const PLACES = [
  /(?<![\w.-])\/(work|tmp|root)\//g,
  /(?<![\w.-])\/(home|Users)\/[a-z]/g,
  /\.\.\/shared\b/g,
  /\bregistry[.](npmjs|yarnpkg|npmmirror)\b|"resolved": *"http/g,
];

export function machinePaths(sources: readonly Source[]): readonly string[] {
  return sources
    .filter(({ path }) => !path.startsWith('src/cli/structure/'))
    .flatMap((source) => PLACES.flatMap((place) => findings(source, place, 'names a machine')));
}
