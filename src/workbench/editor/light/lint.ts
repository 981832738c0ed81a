import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';
import { linter, lintGutter, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import type { Extension, Text } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { Say } from '#text/text.ts';
import type { Problem } from '../editor.ts';
import { syntaxProblems, type SyntaxProblem } from './syntax.ts';

/** A pause in the typing after which syntax is looked at, ms. */
const PAUSE = 600;

/** How long parsing may hold the page up, ms. */
const PARSING = 50;

/** Marks what cannot be parsed after a pause in the typing, and tells `listener`. */
export function syntaxLinter(t: Say, listener: (problems: readonly Problem[]) => void): Extension {
  const look = async (view: EditorView): Promise<readonly Diagnostic[]> => {
    // Half a Chinese word is no mistake.
    while (view.composing) await new Promise((resolve) => setTimeout(resolve, PAUSE));
    const { doc } = view.state;
    const found = await problemsOf(view, t);
    if (view.state.doc === doc) listener(found.map((problem) => toProblem(doc, problem)));
    if (found.length === 0) return compiled.get(doc) ?? [];
    return found.map((problem) => ({ ...problem, severity: 'error' }));
  };
  return [linter(look, { delay: PAUSE }), lintGutter()];
}

let strip: typeof import('./strip.ts') | null = null;

/** The parser that is here already says whether the one that knows better is to be fetched. */
async function problemsOf(view: EditorView, t: Say): Promise<readonly SyntaxProblem[]> {
  const code = view.state.doc.toString();
  const tree = ensureSyntaxTree(view.state, code.length, PARSING) ?? syntaxTree(view.state);
  if (!strip && syntaxProblems(tree, code, t).length === 0) return [];
  strip ??= await import('./strip.ts');
  return strip.parseProblems(code, t);
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
