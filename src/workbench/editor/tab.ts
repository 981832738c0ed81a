import * as monaco from 'monaco-editor/editor';

/**
 * Keeps Tab from being a trap. Ctrl+M (Monaco's own command) makes Tab leave the editor until it is
 * pressed again; Escape makes the next Tab leave, and only that one.
 */
export function escapeThenTab(
  editor: monaco.editor.IStandaloneCodeEditor,
  listener: (leaves: boolean) => void,
): void {
  let escaped = false;
  const set = (on: boolean) => {
    escaped = on;
    editor.updateOptions({ tabFocusMode: on });
  };

  editor.onKeyDown((event) => {
    if (event.keyCode === monaco.KeyCode.Escape) {
      if (!isOpen(editor)) set(true);
    } else if (escaped && event.keyCode !== monaco.KeyCode.Tab && !isModifier(event.keyCode)) {
      set(false);
    }
  });
  editor.onDidBlurEditorText(() => escaped && set(false));
  editor.onDidChangeConfiguration((event) => {
    if (event.hasChanged(monaco.editor.EditorOption.tabFocusMode)) {
      listener(editor.getOption(monaco.editor.EditorOption.tabFocusMode));
    }
  });
}

/** Whether Escape has something else to close first. */
function isOpen(editor: monaco.editor.IStandaloneCodeEditor): boolean {
  const node = editor.getContainerDomNode();
  return node.querySelector('.suggest-widget.visible, .find-widget.visible') !== null;
}

function isModifier(key: monaco.KeyCode): boolean {
  const { Shift, Ctrl, Alt, Meta } = monaco.KeyCode;
  return key === Shift || key === Ctrl || key === Alt || key === Meta;
}
