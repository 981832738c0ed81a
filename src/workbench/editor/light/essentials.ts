import {
  defaultKeymap,
  history,
  historyKeymap,
  indentLess,
  indentMore,
} from '@codemirror/commands';
import { typescriptLanguage } from '@codemirror/lang-javascript';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import {
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import type { Translator } from '#text/text.ts';
import { phrases } from './phrases.ts';
import { wrapping } from './wrap.ts';

/** Keys that are bound elsewhere: Ctrl+M in `tab.ts`, Ctrl+Enter by the workbench, which runs. */
const TAKEN = ['Ctrl-m', 'Shift-Alt-m', 'Mod-Enter'];

/**
 * What makes a text area an editor for code. The browser's own caret and selection stay, because
 * touch handles, input methods and screen readers know them best.
 */
export function essentials(t: Translator): Extension {
  return [
    lineNumbers(),
    highlightActiveLineGutter(),
    highlightActiveLine(),
    history(),
    typescriptLanguage,
    indentOnInput(),
    bracketMatching(),
    highlightSelectionMatches(),
    search({ top: true }),
    EditorState.phrases.of(phrases(t)),
    wrapping,
    EditorView.contentAttributes.of({
      autocapitalize: 'off',
      autocorrect: 'off',
      spellcheck: 'false',
      'data-gramm': 'false',
    }),
    keymap.of([
      { key: 'Tab', run: indentMore, shift: indentLess },
      ...searchKeymap,
      ...historyKeymap,
      ...lintKeymap,
      ...defaultKeymap.filter((binding) => !taken(binding)),
    ]),
  ];
}

function taken({ key, mac }: (typeof defaultKeymap)[number]): boolean {
  return TAKEN.includes(key ?? '') || TAKEN.includes(mac ?? '');
}
