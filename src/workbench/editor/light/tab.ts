import type { EditorView } from '@codemirror/view';

/**
 * Keeps Tab from being a trap, as in the full editor: Ctrl+M makes Tab leave until it is pressed
 * again; Escape makes the next Tab leave, and only that one. With vim keys Escape leads to normal
 * mode, where Tab has no other use and always leaves.
 */
export function letTabLeave(view: EditorView) {
  let always = false;
  let once = false;
  let said = false;
  const listeners = new Set<(leaves: boolean) => void>();
  const inNormalMode = () => view.scrollDOM.classList.contains('cm-vimMode');
  const leaves = () => always || once || inNormalMode();
  const say = () => {
    if (leaves() === said) return;
    said = leaves();
    for (const listener of listeners) listener(said);
  };

  const onKey = (event: KeyboardEvent) => {
    // An input method uses these keys itself.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey) {
      // The browser moves the focus if nobody else hears of the key.
      if (leaves()) event.stopPropagation();
    } else if (event.key.toLowerCase() === 'm' && event.ctrlKey && !event.altKey) {
      event.preventDefault();
      event.stopPropagation();
      always = !always;
      once = false;
    } else if (event.key === 'Escape') {
      once = true;
    } else if (!['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) {
      once = false;
    }
    // The editor may change its mode on this key, after us.
    queueMicrotask(say);
  };
  const onBlur = () => {
    once = false;
    say();
  };
  const onInput = () => {
    once = false;
    say();
  };

  view.contentDOM.addEventListener('keydown', onKey, { capture: true });
  view.contentDOM.addEventListener('blur', onBlur);
  view.contentDOM.addEventListener('input', onInput);
  return {
    listen: (listener: (leaves: boolean) => void) => void listeners.add(listener),
    dispose: () => listeners.clear(),
  };
}
