import { fileURLToPath } from 'node:url';
import type ts from 'typescript-editor';
import { emitDeclarations } from './emit.ts';
import { reachable } from './reachable.ts';

const LEARNER = fileURLToPath(new URL('../../tcp/learner.ts', import.meta.url));

const HEAD = `/** Prints to the lab's console: at most 200 lines per case. */
declare const console: {
  log(...values: unknown[]): void;
  info(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  error(...values: unknown[]): void;
  debug(...values: unknown[]): void;
};
`;

let made: string | null = null;

/**
 * The declarations of the module 'tcp', docstrings and all, as one ambient file: what the editor
 * shows on hover and what the compile step checks against. Made from `src/tcp/learner.ts`, so it
 * cannot grow old. For Node: at build time and on the command line.
 */
export function tcpTypes(): string {
  made ??= make();
  return made;
}

function make(): string {
  const { program, entry } = emitDeclarations(LEARNER);
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(entry);
  if (module === undefined) throw new Error(`${LEARNER} is not a module`);
  const exported = checker.getExportsOfModule(module);
  const statements = reachable(checker, exported);
  const names = exported.map((each) => each.name).sort();
  const body = [...statements.map(withoutModifiers), `export { ${names.join(', ')} };`].join('\n');
  return `${HEAD}\ndeclare module 'tcp' {\n${body.replace(/^(?=.)/gm, '  ')}\n}\n`;
}

/** Inside an ambient module `declare` is implied, and one list of exports follows at the end. */
function withoutModifiers(statement: ts.Statement): string {
  const text = statement.getFullText().replace(/^\s+/, '');
  return text
    .replace(/^(export )?(declare )?(?=(const|function|class|interface|type) )/gm, '')
    .replaceAll('\r', '');
}
