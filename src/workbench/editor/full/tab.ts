import * as monaco from 'monaco-editor/editor';
import { MAC } from '../../mac.ts';

/**
 * Keeps Tab from being a trap. Ctrl+M makes Tab leave the editor until it is pressed again; Escape
 * makes the next Tab leave, and only that one. `listener` hears what Tab will do.
 */
export function letTabLeave(
  editor: monaco.editor.IStandaloneCodeEditor,
  listener: (leaves: boolean) => void,
): void {
  let always = false;
  let once = false;
  const set = (next: { always?: boolean; once?: boolean }) => {
    ({ always = always, once = once } = next);
    editor.updateOptions({ tabFocusMode: always || once });
    listener(always || once);
  };

  // Monaco's own command for it keeps a state that nobody can ask for.
  const control = MAC ? monaco.KeyMod.WinCtrl : monaco.KeyMod.CtrlCmd;
  editor.addCommand(control | monaco.KeyCode.KeyM, () => set({ always: !always, once: false }));
  editor.onKeyDown((event) => {
    if (event.keyCode === monaco.KeyCode.Escape) {
      if (!isOpen(editor)) set({ once: true });
    } else if (once && event.keyCode !== monaco.KeyCode.Tab && !isModifier(event.keyCode)) {
      set({ once: false });
    }
  });
  editor.onDidBlurEditorText(() => {
    if (once) set({ once: false });
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
