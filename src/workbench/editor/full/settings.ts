import type * as monaco from 'monaco-editor/editor';

export const FONT_SIZE = 13;
export const LINE_HEIGHT = 22;
export const PADDING = 10;

/** What every editor here has in common, the one that compares too. */
export function settings(host: HTMLElement, label: string) {
  return {
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
    unicodeHighlight: { ambiguousCharacters: false },
    wordBasedSuggestions: 'off',
    wordWrap: 'on',
    wrappingIndent: 'indent',
  } satisfies monaco.editor.IEditorOptions & monaco.editor.IGlobalEditorOptions;
}

/** Monaco measures its letters once, so the face must be there first. A missing face is no harm. */
export async function loadFont(host: HTMLElement): Promise<void> {
  const face = getComputedStyle(host).getPropertyValue('--face-code').split(',')[0]?.trim();
  if (!face) return;
  await Promise.race([
    Promise.all([400, 700].map((w) => document.fonts.load(`${String(w)} 13px ${face}`))),
    new Promise((resolve) => setTimeout(resolve, 1_000)),
  ]).catch(() => undefined);
}
