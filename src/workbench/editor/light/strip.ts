import { typescriptLanguage } from '@codemirror/lang-javascript';
import { transform } from 'sucrase';
import type { Say } from '#text/text.ts';
import type { Compiled } from '../editor.ts';
import { placesIn } from '../types/compile.ts';
import { syntaxProblems, tokenAt, wide, type SyntaxProblem } from './syntax.ts';

/**
 * Makes a plank runnable without TypeScript: takes the types out and turns imports and exports into
 * CommonJS, line for line, for the same language version as `COMPILE_OPTIONS`. Types are not
 * looked at; what cannot be parsed, or would mean something else without TypeScript, is a problem.
 */
export function strip(code: string, t: Say): Compiled {
  const { js, problems } = parse(code, t);
  const placeOf = placesIn(code);
  const all = problems.length > 0 ? problems : valueNamespaces(code, t);
  if (all.length === 0) return { kind: 'program', js, checked: false };
  return {
    kind: 'problems',
    problems: all.map(({ from, message }) => ({ ...placeOf(from), message })),
  };
}

/**
 * What keeps a text from being parsed. Sucrase says whether there is anything, because the
 * editor's own parser does not know the rarer forms of TypeScript; that one says where and what.
 */
export function parseProblems(code: string, t: Say): readonly SyntaxProblem[] {
  return parse(code, t).problems;
}

function parse(code: string, t: Say): { js: string; problems: readonly SyntaxProblem[] } {
  try {
    const { code: js } = transform(code, {
      transforms: ['typescript', 'imports'],
      // The target is newer than all that Sucrase would rewrite.
      disableESTransforms: true,
      preserveDynamicImport: true,
      production: true,
    });
    return { js, problems: [] };
  } catch (error) {
    const ours = syntaxProblems(typescriptLanguage.parser.parse(code), code, t);
    return { js: '', problems: ours.length > 0 ? ours : [theirs(error, code, t)] };
  }
}

interface ParseError {
  readonly pos?: number;
}

function theirs(error: unknown, code: string, t: Say): SyntaxProblem {
  const from = Math.min((error as ParseError).pos ?? 0, code.length);
  const sign = wide(from, code, t);
  if (sign) return sign;
  const token = tokenAt(code, from);
  const message =
    token === '' ? t('workbench.syntax.missing.end') : t('workbench.syntax.unexpected', { token });
  return { from, to: Math.min(from + Math.max(token.length, 1), code.length), message };
}

/** Sucrase drops a namespace with all that is in it, so such a program would not be the learner's. */
function valueNamespaces(code: string, t: Say): readonly SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  typescriptLanguage.parser.parse(code).iterate({
    enter({ name, from, to, node }) {
      if (name !== 'NamespaceDeclaration' || node.parent?.name === 'AmbientDeclaration') return;
      problems.push({ from, to, message: t('workbench.syntax.namespace') });
    },
  });
  return problems;
}
