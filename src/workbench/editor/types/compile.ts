import { seriousOf } from '#judge/untyped.ts';
import type { Compiled, Problem } from '../editor.ts';

/** TypeScript's category of a diagnostic that stops a run; warnings and suggestions do not. */
const ERROR = 1;

/** A message of TypeScript's: a text, or a chain of reasons. */
type Message =
  string | { readonly messageText: string; readonly next?: readonly Message[] | undefined };

interface Diagnostic {
  readonly category: number;
  readonly start?: number | undefined;
  readonly messageText: Message;
}

/** The part of TypeScript's language service that a run needs. */
export interface TypeScriptService {
  getSyntacticDiagnostics(file: string): Promise<readonly Diagnostic[]>;
  getSemanticDiagnostics(file: string): Promise<readonly Diagnostic[]>;
  getEmitOutput(
    file: string,
  ): Promise<{ readonly outputFiles: readonly { readonly text: string }[] }>;
}

/** Where an offset lies, counted from 1. */
export type PlaceOf = (offset: number) => Pick<Problem, 'line' | 'column'>;

/** Checks and compiles a file. An error of syntax hides those of types, which follow it. */
export async function compileWith(
  service: TypeScriptService,
  file: string,
  placeOf: PlaceOf,
): Promise<Compiled> {
  const syntax = problemsOf(await service.getSyntacticDiagnostics(file), placeOf);
  if (syntax.length > 0) return { kind: 'problems', problems: syntax };
  const [types, output] = await Promise.all([
    service.getSemanticDiagnostics(file),
    service.getEmitOutput(file),
  ]);
  const problems = problemsOf(types, placeOf);
  if (problems.length > 0) return { kind: 'problems', problems };
  return { kind: 'program', js: output.outputFiles[0]?.text ?? '', checked: true };
}

function problemsOf(diagnostics: readonly Diagnostic[], placeOf: PlaceOf): readonly Problem[] {
  const problems = diagnostics
    .filter((diagnostic) => diagnostic.category === ERROR)
    .map(({ start, messageText }) => ({ ...placeOf(start ?? 0), message: flat(messageText) }));
  return seriousOf(problems).toSorted((a, b) => a.line - b.line || a.column - b.column);
}

/** A message may be a chain of reasons; the first says what, the next say why. */
function flat(message: Message): string {
  if (typeof message === 'string') return message;
  return [message.messageText, ...(message.next?.map(flat) ?? [])].join(' ');
}

/** The place of an offset in `text`. */
export function placesIn(text: string): PlaceOf {
  return (offset) => {
    const before = text.slice(0, offset).split(/\r\n|\r|\n/);
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  };
}
