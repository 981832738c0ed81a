import * as monaco from 'monaco-editor/editor';
import 'monaco-editor/features/register.all';
import 'monaco-editor/languages/definitions/typescript/register';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import TypeScriptWorker from 'monaco-editor/languages/features/typescript/ts.worker?worker';
import type { Editor, EditorOptions } from './editor.ts';
import { compile, setUpLanguage } from './language.ts';
import { letTabLeave } from './tab.ts';
import { followTheme } from './theme.ts';

self.MonacoEnvironment = {
  getWorker: (_, label) =>
    label === 'typescript' || label === 'javascript' ? new TypeScriptWorker() : new EditorWorker(),
};

const FONT_SIZE = 13;
const LINE_HEIGHT = 22;
const PADDING = 10;
/** An empty file still looks like a place to write in. */
const LEAST_LINES = 8;

/** Opens Monaco in `host`, which grows with the text. */
export async function openMonaco(options: EditorOptions): Promise<Editor> {
  const { host, code, file, label } = options;
  setUpLanguage();
  const forgetTheme = followTheme();
  await loadFont(host);
  const uri = monaco.Uri.parse(`file:///${file}`);
  monaco.editor.getModel(uri)?.dispose();
  const model = monaco.editor.createModel(code, 'typescript', uri);
  const editor = monaco.editor.create(host, {
    model,
    ariaLabel: label,
    automaticLayout: true,
    fixedOverflowWidgets: true,
    fontFamily: getComputedStyle(host).getPropertyValue('--face-code').trim(),
    fontSize: FONT_SIZE,
    lineHeight: LINE_HEIGHT,
    fontLigatures: false,
    folding: false,
    glyphMargin: false,
    guides: { indentation: false },
    lineDecorationsWidth: 14,
    lineNumbersMinChars: 3,
    minimap: { enabled: false },
    overviewRulerLanes: 0,
    padding: { top: PADDING, bottom: PADDING },
    renderLineHighlight: 'line',
    renderLineHighlightOnlyWhenFocus: true,
    roundedSelection: false,
    scrollBeyondLastLine: false,
    scrollbar: { alwaysConsumeMouseWheel: false, vertical: 'hidden', useShadows: false },
    smoothScrolling: false,
    stickyScroll: { enabled: false },
    tabSize: 2,
    unicodeHighlight: { ambiguousCharacters: false },
    wordBasedSuggestions: 'off',
    wordWrap: 'on',
    wrappingIndent: 'indent',
  });

  const fit = () => {
    const least = LEAST_LINES * LINE_HEIGHT + 2 * PADDING;
    host.style.height = `${String(Math.max(least, editor.getContentHeight()))}px`;
  };
  editor.onDidContentSizeChange(fit);
  fit();

  return {
    code: () => model.getValue(),
    replace(text) {
      editor.pushUndoStop();
      editor.executeEdits('replace', [{ range: model.getFullModelRange(), text }]);
      editor.pushUndoStop();
    },
    onChange: (listener) => void model.onDidChangeContent(listener),
    onTabLeaves: (listener) => letTabLeave(editor, listener),
    compile: () => compile(model),
    goTo(line, column) {
      editor.setPosition({ lineNumber: line, column });
      editor.revealLineInCenterIfOutsideViewport(line);
      editor.focus();
    },
    focus: () => editor.focus(),
    dispose() {
      forgetTheme();
      editor.dispose();
      model.dispose();
    },
  };
}

/** Monaco measures its letters once, so the face must be there first. A missing face is no harm. */
async function loadFont(host: HTMLElement): Promise<void> {
  const face = getComputedStyle(host).getPropertyValue('--face-code').split(',')[0]?.trim();
  if (!face) return;
  await Promise.race([
    Promise.all([400, 700].map((w) => document.fonts.load(`${String(w)} 13px ${face}`))),
    new Promise((resolve) => setTimeout(resolve, 1_000)),
  ]).catch(() => undefined);
}
