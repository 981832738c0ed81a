import { linter, lintGutter, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import type { Extension, Text } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { Say } from '#text/text.ts';
import type { Problem } from '../editor.ts';
import type { SyntaxProblem } from './syntax.ts';

/** A pause in the typing after which syntax is looked at, ms. */
const PAUSE = 600;

/** Marks what cannot be parsed after a pause in the typing, and tells `listener`. */
export function syntaxLinter(t: Say, listener: (problems: readonly Problem[]) => void): Extension {
  const look = async (view: EditorView): Promise<readonly Diagnostic[]> => {
    // Half a Chinese word is no mistake.
    while (view.composing) await new Promise((resolve) => setTimeout(resolve, PAUSE));
    const { doc } = view.state;
    const { parseProblems } = await import('./strip.ts');
    const found = parseProblems(doc.toString(), t);
    if (view.state.doc === doc) listener(found.map((problem) => toProblem(doc, problem)));
    if (found.length === 0) return compiled.get(doc) ?? [];
    return found.map((problem) => ({ ...problem, severity: 'error' }));
  };
  return [linter(look, { delay: PAUSE }), lintGutter()];
}

/** What a compiler said, as marks in the text. */
export function toDiagnostics(doc: Text, problems: readonly Problem[]): readonly Diagnostic[] {
  return problems.map(({ line, column, message }) => {
    const { from, to, text } = doc.line(Math.max(1, Math.min(line, doc.lines)));
    const start = Math.min(from + column - 1, to);
    const word = /^[\p{L}\p{N}_$]+/u.exec(text.slice(start - from))?.[0].length ?? 1;
    return { from: start, to: Math.min(start + word, to), severity: 'error', message };
  });
}

/** What a run said of a text: it stays true of that text, whatever the linter finds. */
const compiled = new WeakMap<Text, readonly Diagnostic[]>();

/** Shows marks until the text changes. */
export function showDiagnostics(view: EditorView, diagnostics: readonly Diagnostic[]): void {
  compiled.set(view.state.doc, diagnostics);
  view.dispatch(setDiagnostics(view.state, diagnostics));
}

function toProblem(doc: Text, { from, message }: SyntaxProblem): Problem {
  const line = doc.lineAt(from);
  return { line: line.number, column: from - line.from + 1, message };
}
