import * as monaco from 'monaco-editor/editor';
import { settings } from './settings.ts';

/**
 * Shows in `host` how `model`, which can still be edited, differs from `other`: one text under the
 * other, for there is no room for two beside each other. Returns its editor, and how to end it.
 */
export function openDiff(
  host: HTMLElement,
  model: monaco.editor.ITextModel,
  other: string,
  label: string,
) {
  // As plain text: it is nothing that the language service should check.
  const original = monaco.editor.createModel(other, 'plaintext');
  const diff = monaco.editor.createDiffEditor(host, {
    ...settings(host, label),
    renderSideBySide: false,
    renderIndicators: true,
    renderOverviewRuler: false,
    originalEditable: false,
    diffCodeLens: false,
    renderMarginRevertIcon: false,
    renderGutterMenu: false,
  });
  diff.setModel({ original, modified: model });
  return {
    editor: diff.getModifiedEditor(),
    dispose() {
      diff.dispose();
      original.dispose();
    },
  };
}
