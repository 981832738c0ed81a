import * as monaco from 'monaco-editor/editor';

/** Draws the editor with the page's own inks, and again whenever the page changes its theme. */
export function followTheme(): () => void {
  const root = document.documentElement;
  const draw = () => {
    const dark = root.dataset.theme === 'dark';
    monaco.editor.defineTheme('sheet', sheet(tokensOf(root), dark ? 'vs-dark' : 'vs'));
    monaco.editor.setTheme('sheet');
  };
  draw();
  const observer = new MutationObserver(draw);
  observer.observe(root, { attributes: true, attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

type Token = (name: string) => string;

/** Reads a colour from the tokens as `#rrggbb`, the only form Monaco takes. */
function tokensOf(root: HTMLElement): Token {
  const style = getComputedStyle(root);
  const seen = new Map<string, string>();
  return (name) => {
    let hex = seen.get(name);
    if (hex === undefined) {
      hex = toHex(style.getPropertyValue(`--${name}`).trim());
      seen.set(name, hex);
    }
    return hex;
  };
}

/** Lets the browser itself read a colour in whatever form it is written. */
function toHex(colour: string): string {
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) return '#808080';
  pen.fillStyle = '#808080';
  pen.fillStyle = colour;
  return pen.fillStyle;
}

/** What completion draws an icon for. Colour is for what is on the wire, so the icons have none. */
const SYMBOLS = [
  ...['class', 'constant', 'constructor', 'enumerator', 'enumeratorMember', 'event', 'field'],
  ...['function', 'interface', 'method', 'module', 'object', 'property', 'reference', 'variable'],
];

function sheet(token: Token, base: 'vs' | 'vs-dark'): monaco.editor.IStandaloneThemeData {
  const bare = (name: string) => token(name).slice(1);
  const clear = '#00000000';
  return {
    base,
    inherit: false,
    rules: [
      { token: '', foreground: bare('ink') },
      { token: 'keyword', foreground: bare('ink'), fontStyle: 'bold' },
      { token: 'comment', foreground: bare('ink-3') },
      { token: 'string', foreground: bare('timber') },
      { token: 'regexp', foreground: bare('timber') },
      { token: 'string.invalid', foreground: bare('event-rst') },
    ],
    colors: {
      foreground: token('ink'),
      descriptionForeground: token('ink-2'),
      errorForeground: token('event-rst'),
      focusBorder: token('ink'),
      'widget.shadow': clear,
      'widget.border': token('ink'),
      'icon.foreground': token('ink-2'),
      'textLink.foreground': token('ink'),
      'textLink.activeForeground': token('ink'),
      'textCodeBlock.background': token('paper-2'),
      'editor.background': token('paper-lift'),
      'editor.foreground': token('ink'),
      'editor.lineHighlightBackground': token('paper-2'),
      'editor.lineHighlightBorder': clear,
      'editor.selectionBackground': token('event-data-wash'),
      'editor.inactiveSelectionBackground': token('paper-3'),
      'editor.selectionHighlightBackground': token('paper-2'),
      'editor.wordHighlightBackground': token('paper-2'),
      'editor.wordHighlightStrongBackground': token('paper-3'),
      'editor.findMatchBackground': token('paper-3'),
      'editor.findMatchHighlightBackground': token('paper-2'),
      'editor.findMatchBorder': token('ink'),
      'editorCursor.foreground': token('ink'),
      'editorLineNumber.foreground': token('ink-3'),
      'editorLineNumber.dimmedForeground': token('ink-3'),
      'editorLineNumber.activeForeground': token('ink'),
      'editorIndentGuide.background1': token('rule'),
      'editorIndentGuide.activeBackground1': token('rule-strong'),
      'editorBracketMatch.background': clear,
      'editorBracketMatch.border': token('rule-strong'),
      'editorBracketHighlight.foreground1': token('ink'),
      'editorBracketHighlight.foreground2': token('ink'),
      'editorBracketHighlight.foreground3': token('ink'),
      'editorBracketHighlight.unexpectedBracket.foreground': token('event-rst'),
      'editorError.foreground': token('event-rst'),
      'editorWarning.foreground': token('ink-2'),
      'editorInfo.foreground': token('ink-3'),
      'editorHint.foreground': token('ink-3'),
      'editorUnnecessaryCode.opacity': '#000000b4',
      'editorWhitespace.foreground': token('rule'),
      'diffEditor.insertedLineBackground': token('paper-3'),
      'diffEditor.insertedTextBackground': clear,
      'diffEditor.removedLineBackground': token('paper-2'),
      'diffEditor.removedTextBackground': clear,
      'diffEditor.insertedTextBorder': clear,
      'diffEditor.removedTextBorder': clear,
      'diffEditorGutter.insertedLineBackground': token('paper-3'),
      'diffEditorGutter.removedLineBackground': token('paper-2'),
      'diffEditor.border': token('rule'),
      'diffEditor.diagonalFill': token('rule'),
      'diffEditor.unchangedRegionBackground': token('paper-2'),
      'editorWidget.background': token('paper-lift'),
      'editorWidget.foreground': token('ink'),
      'editorWidget.border': token('ink'),
      'editorHoverWidget.background': token('paper-lift'),
      'editorHoverWidget.foreground': token('ink'),
      'editorHoverWidget.border': token('ink'),
      'editorHoverWidget.highlightForeground': token('ink'),
      'editorHoverWidget.statusBarBackground': token('paper-2'),
      'editorSuggestWidget.background': token('paper-lift'),
      'editorSuggestWidget.border': token('ink'),
      'editorSuggestWidget.foreground': token('ink'),
      'editorSuggestWidget.highlightForeground': token('ink'),
      'editorSuggestWidget.focusHighlightForeground': token('ink'),
      'editorSuggestWidget.selectedBackground': token('paper-3'),
      'editorSuggestWidget.selectedForeground': token('ink'),
      'editorMarkerNavigation.background': token('paper-lift'),
      'editorMarkerNavigationError.background': token('event-rst'),
      'editorMarkerNavigationError.headerBackground': token('event-rst-wash'),
      'input.background': token('paper'),
      'input.foreground': token('ink'),
      'input.border': token('rule-strong'),
      'input.placeholderForeground': token('ink-3'),
      'inputOption.activeBackground': token('paper-3'),
      'inputOption.activeForeground': token('ink'),
      'inputOption.activeBorder': token('ink'),
      'button.background': token('ink'),
      'button.foreground': token('paper'),
      'list.hoverBackground': token('paper-2'),
      'list.focusBackground': token('paper-3'),
      'list.focusForeground': token('ink'),
      'list.activeSelectionBackground': token('paper-3'),
      'list.activeSelectionForeground': token('ink'),
      'list.highlightForeground': token('ink'),
      'menu.background': token('paper-lift'),
      'menu.foreground': token('ink'),
      'menu.selectionBackground': token('paper-3'),
      'menu.selectionForeground': token('ink'),
      'menu.border': token('ink'),
      'menu.separatorBackground': token('rule'),
      'quickInput.background': token('paper-lift'),
      'quickInput.foreground': token('ink'),
      'quickInputList.focusBackground': token('paper-3'),
      'quickInputList.focusForeground': token('ink'),
      'scrollbar.shadow': clear,
      'scrollbarSlider.background': token('rule'),
      'scrollbarSlider.hoverBackground': token('rule-strong'),
      'scrollbarSlider.activeBackground': token('rule-strong'),
      'editorLink.activeForeground': token('ink'),
      'editorLightBulb.foreground': token('ink-2'),
      'editorOverviewRuler.border': clear,
      'editorGutter.background': token('paper-lift'),
      ...Object.fromEntries(
        SYMBOLS.map((name) => [`symbolIcon.${name}Foreground`, token('ink-2')]),
      ),
    },
  };
}
