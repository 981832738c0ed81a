import * as monaco from 'monaco-editor/editor';
import 'monaco-editor/features/register.all';
import 'monaco-editor/languages/definitions/typescript/register';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import { changeBetween } from '../change.ts';
import type { EditorOptions, OneEditor } from '../editor.ts';
import { startTypeScript } from '../types/start.ts';
import { openDiff } from './diff.ts';
import { compile, setUpLanguage } from './language.ts';
import { LINE_HEIGHT, loadFont, PADDING, settings } from './settings.ts';
import { letTabLeave } from './tab.ts';
import { followTheme } from './theme.ts';

self.MonacoEnvironment = {
  getWorker: (_, label) =>
    label === 'typescript' || label === 'javascript' ? startTypeScript() : new EditorWorker(),
};

/** An empty file still looks like a place to write in. */
const LEAST_LINES = 8;

/**
 * A text with more lines is seen through a window that scrolls: Monaco draws every line that has room,
 * and tens of thousands would stop the page for minutes.
 */
const MOST_LINES = 1_000;
const WINDOW_LINES = 40;

type CodeEditor = monaco.editor.IStandaloneCodeEditor;

/** Opens Monaco in `host`, which grows with the text. */
export async function openMonaco(options: EditorOptions): Promise<OneEditor> {
  const { host, code, file, label } = options;
  setUpLanguage();
  const forgetTheme = followTheme();
  await loadFont(host);
  const uri = monaco.Uri.parse(`file:///${file}`);
  monaco.editor.getModel(uri)?.dispose();
  const model = monaco.editor.createModel(code, 'typescript', uri);
  model.updateOptions({ tabSize: 2, insertSpaces: true });
  const place = host.appendChild(document.createElement('div'));
  const compared = host.appendChild(document.createElement('div'));
  compared.hidden = true;
  const editor = monaco.editor.create(place, { ...settings(host, label), model });
  fitHeight(editor, place);
  let diff: ReturnType<typeof openDiff> | null = null;
  const current = (): CodeEditor => diff?.editor ?? editor;

  const change = (edit: monaco.editor.IIdentifiedSingleEditOperation) => {
    model.pushStackElement();
    model.pushEditOperations(null, [edit], () => null);
    model.pushStackElement();
  };
  const tabListeners: ((leaves: boolean) => void)[] = [];
  const tabLeaves = (leaves: boolean) => {
    for (const listener of tabListeners) listener(leaves);
  };
  letTabLeave(editor, tabLeaves);
  const offsetOf = (position: monaco.IPosition) => model.getOffsetAt(position);

  return {
    code: () => model.getValue(),
    replace: (text) => change({ range: model.getFullModelRange(), text }),
    onChange: (listener) => void model.onDidChangeContent(listener),
    onTabLeaves: (listener) => void tabListeners.push(listener),
    onSyntax: () => undefined,
    compile() {
      // Proposals that were open would stand over what came of the run.
      current().trigger('run', 'hideSuggestWidget', null);
      return compile(model);
    },
    // The first check takes longest; nothing is run by it. If it fails, so does a run, and says why.
    warm: () => void compile(model).catch(() => undefined),
    async format() {
      await current().getAction('editor.action.formatDocument')?.run();
    },
    setVim: () => Promise.resolve(),
    showDiff(other) {
      diff?.dispose();
      diff = other === null ? null : openDiff(compared, model, other, label);
      if (diff) {
        fitHeight(diff.editor, compared);
        letTabLeave(diff.editor, tabLeaves);
      }
      place.hidden = diff !== null;
      compared.hidden = diff === null;
      return Promise.resolve();
    },
    goTo(line, column) {
      current().setPosition({ lineNumber: line, column });
      current().revealLineInCenterIfOutsideViewport(line);
      current().focus();
    },
    focus: () => current().focus(),
    view() {
      const selection = current().getSelection() ?? new monaco.Selection(1, 1, 1, 1);
      return {
        code: model.getValue(),
        anchor: offsetOf(selection.getSelectionStart()),
        head: offsetOf(selection.getPosition()),
      };
    },
    adopt({ code: text, anchor, head }) {
      const edit = changeBetween(model.getValue(), text);
      if ('from' in edit) {
        const [start, end] = [edit.from, edit.to].map((at) => model.getPositionAt(at));
        if (start && end) {
          change({ range: monaco.Range.fromPositions(start, end), text: edit.insert });
        }
      }
      const [from, to] = [model.getPositionAt(anchor), model.getPositionAt(head)];
      editor.setSelection(
        new monaco.Selection(from.lineNumber, from.column, to.lineNumber, to.column),
      );
    },
    caretTop() {
      const position = editor.getPosition();
      const seen = position && editor.getScrolledVisiblePosition(position);
      return seen ? place.getBoundingClientRect().top + seen.top : null;
    },
    dispose() {
      forgetTheme();
      diff?.dispose();
      editor.dispose();
      model.dispose();
      host.replaceChildren();
    },
  };
}

/** Keeps `host` as high as the text in it, within reason. */
function fitHeight(editor: CodeEditor, host: HTMLElement): void {
  const least = LEAST_LINES * LINE_HEIGHT + 2 * PADDING;
  let scrolls = false;
  const fit = () => {
    const isLong = (editor.getModel()?.getLineCount() ?? 0) > MOST_LINES;
    const height = isLong ? WINDOW_LINES * LINE_HEIGHT : Math.max(least, editor.getContentHeight());
    host.style.height = `${String(height)}px`;
    if (isLong === scrolls) return;
    scrolls = isLong;
    editor.updateOptions({ scrollbar: { vertical: isLong ? 'auto' : 'hidden' } });
  };
  editor.onDidContentSizeChange(fit);
  fit();
}
