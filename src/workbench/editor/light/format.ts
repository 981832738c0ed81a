import { indentRange } from '@codemirror/language';
import type { ChangeSpec, EditorState } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { checkerAtHand } from './compile.ts';

/** Formats the whole text as the full editor does if TypeScript is here; else only indents it. */
export async function format(view: EditorView, file: string, tabSize: number): Promise<void> {
  const { state } = view;
  const checker = checkerAtHand();
  const changes = checker
    ? (await checker.format(file, state.doc.toString(), tabSize)).map(asChange)
    : indented(state);
  // Nobody's typing is overwritten by what was made of the text before it.
  if (view.state.doc === state.doc) view.dispatch({ changes, userEvent: 'format' });
}

function asChange(edit: { start: number; length: number; newText: string }): ChangeSpec {
  return { from: edit.start, to: edit.start + edit.length, insert: edit.newText };
}

/** Each line as deep as its brackets say, and no blanks at its end. */
function indented(state: EditorState): ChangeSpec[] {
  const ends: ChangeSpec[] = [];
  for (let n = 1; n <= state.doc.lines; n += 1) {
    const { from, to, text } = state.doc.line(n);
    const kept = text.trimEnd().length;
    // What is nothing but blanks is the indentation's business.
    if (kept > 0 && kept < text.length) ends.push({ from: from + kept, to });
  }
  return [indentRange(state, 0, state.doc.length), ends];
}
