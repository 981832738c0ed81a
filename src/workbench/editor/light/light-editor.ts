import { indentUnit } from '@codemirror/language';
import { Compartment, EditorSelection, EditorState, Transaction } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { EditorOptions, OneEditor, Problem, View } from '../editor.ts';
import { changeBetween } from '../change.ts';
import { compileLight } from './compile.ts';
import { essentials } from './essentials.ts';
import { format } from './format.ts';
import { showDiagnostics, syntaxLinter, toDiagnostics } from './lint.ts';
import { letTabLeave } from './tab.ts';
import { sheet } from './theme.ts';

const TAB = 2;

/** Opens CodeMirror in `host`, which grows with the text. */
export function openLight(options: EditorOptions): OneEditor {
  const { host, code, file, label, t } = options;
  const vim = new Compartment();
  const diff = new Compartment();
  const changed = new Set<() => void>();
  const syntax = new Set<(problems: readonly Problem[]) => void>();

  const view = new EditorView({
    parent: host,
    state: EditorState.create({
      doc: code,
      extensions: [
        // Vim's keys come before all others.
        vim.of([]),
        essentials(t),
        EditorState.tabSize.of(TAB),
        indentUnit.of(' '.repeat(TAB)),
        EditorView.contentAttributes.of({ 'aria-label': label }),
        EditorView.updateListener.of(({ docChanged }) => {
          if (docChanged) for (const listener of changed) listener();
        }),
        syntaxLinter(t, (problems) => {
          for (const listener of syntax) listener(problems);
        }),
        diff.of([]),
        sheet,
      ],
    }),
  });
  const text = () => view.state.doc.toString();
  const tab = letTabLeave(view);

  return {
    code: text,
    replace(next) {
      const { length } = view.state.doc;
      view.dispatch({ changes: { from: 0, to: length, insert: next }, userEvent: 'input.replace' });
    },
    onChange: (listener) => void changed.add(listener),
    onTabLeaves: tab.listen,
    onSyntax: (listener) => void syntax.add(listener),
    async compile(onFetching) {
      const compiled = await compileLight(file, text(), options, onFetching);
      const problems = compiled.kind === 'problems' ? compiled.problems : [];
      showDiagnostics(view, toDiagnostics(view.state.doc, problems));
      return compiled;
    },
    // What could be fetched ahead is what the light editor is there to save.
    warm: () => undefined,
    format: () => format(view, file, TAB),
    async setVim(on) {
      const extension = on ? (await import('./vim.ts')).vimKeys() : [];
      view.dispatch({ effects: vim.reconfigure(extension) });
    },
    async showDiff(other) {
      const extension = other === null ? [] : (await import('./diff.ts')).compareWith(other);
      view.dispatch({ effects: diff.reconfigure(extension) });
    },
    goTo(line, column) {
      const { doc } = view.state;
      const at = doc.line(Math.max(1, Math.min(line, doc.lines)));
      const head = Math.min(at.from + column - 1, at.to);
      view.dispatch({
        selection: { anchor: head },
        effects: EditorView.scrollIntoView(head, { y: 'center' }),
      });
      view.focus();
    },
    focus: () => view.focus(),
    view: () => ({ code: text(), ...ends(view.state.selection) }),
    adopt(next) {
      view.dispatch({
        changes: changeBetween(text(), next.code),
        annotations: Transaction.addToHistory.of(true),
      });
      view.dispatch({ selection: EditorSelection.single(next.anchor, next.head) });
    },
    caretTop: () => view.coordsAtPos(view.state.selection.main.head)?.top ?? null,
    dispose() {
      tab.dispose();
      view.destroy();
    },
  };
}

function ends({ main: { anchor, head } }: EditorSelection): Pick<View, 'anchor' | 'head'> {
  return { anchor, head };
}
