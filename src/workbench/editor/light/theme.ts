import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The page's own inks, by name: they follow the theme by themselves. */
const inks = HighlightStyle.define([
  { tag: [tags.keyword, tags.bool, tags.null, tags.self], fontWeight: '700' },
  { tag: [tags.comment, tags.meta], color: 'var(--ink-3)' },
  { tag: [tags.string, tags.regexp, tags.special(tags.string)], color: 'var(--timber)' },
]);

const look = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'var(--paper-lift)' },
  '.cm-scroller': { fontFamily: 'var(--face-code)', lineHeight: 'inherit' },
  '.cm-content': { padding: '10px 0', caretColor: 'var(--ink)', minHeight: '196px' },
  '.cm-line': {
    padding: '0 var(--u2) 0 calc(var(--u) + var(--hang, 0ch))',
    textIndent: 'calc(-1 * var(--hang, 0ch))',
  },
  '.cm-gutters': {
    border: '0',
    backgroundColor: 'var(--paper-lift)',
    color: 'var(--ink-3)',
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine, &.cm-focused .cm-activeLineGutter': {
    backgroundColor: 'var(--paper-2)',
  },
  '&.cm-focused .cm-activeLineGutter': { color: 'var(--ink)' },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'transparent',
    outline: '1px solid var(--rule-strong)',
  },
  '&.cm-focused .cm-nonmatchingBracket': {
    backgroundColor: 'transparent',
    outline: '1px solid var(--event-rst)',
  },
  '.cm-selectionMatch': { backgroundColor: 'var(--paper-3)' },
  '.cm-searchMatch': { backgroundColor: 'var(--paper-3)', outline: '1px solid var(--rule-strong)' },
  '.cm-searchMatch-selected': { outline: '2px solid var(--ink)' },
});

/** How the light editor looks. The rest is in `styles/editor.css`. */
export const sheet = [syntaxHighlighting(inks), look];
