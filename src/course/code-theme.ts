/*
 * How code is coloured: with ink, and timber for strings. Expressive Code computes with the values
 * and cannot read custom properties, so they stand here once more; a test compares them with
 * styles/tokens.css.
 */

interface Inks {
  readonly paper: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly timber: string;
}

export const INKS: Readonly<Record<'light' | 'dark', Inks>> = {
  light: {
    paper: '#fcfcfa',
    ink: '#14263b',
    ink2: '#43546a',
    ink3: '#546274',
    timber: '#87540f',
  },
  dark: {
    paper: '#122539',
    ink: '#e6edef',
    ink2: '#b3c2cc',
    ink3: '#8fa3b2',
    timber: '#ecbd72',
  },
};

function theme(name: 'light' | 'dark') {
  const { paper, ink, ink2, ink3, timber } = INKS[name];
  const style = (scope: string[], settings: { foreground?: string; fontStyle?: string }) => ({
    scope,
    settings,
  });
  return {
    name,
    type: name,
    colors: { 'editor.background': paper, 'editor.foreground': ink },
    tokenColors: [
      style(['comment', 'punctuation.definition.comment'], { foreground: ink3 }),
      style(['string', 'punctuation.definition.string'], { foreground: timber }),
      style(['keyword', 'storage'], { foreground: ink, fontStyle: 'bold' }),
      style(['keyword.operator'], { foreground: ink, fontStyle: '' }),
      style(['constant', 'variable.parameter', 'support.type'], { foreground: ink }),
      style(['punctuation'], { foreground: ink2 }),
    ],
  };
}

/** Dark first, as Expressive Code takes the first as the default. */
export const codeThemes = [theme('dark'), theme('light')];

export const codeStyles = {
  borderRadius: '0',
  borderColor: 'var(--rule)',
  borderWidth: '1px',
  codeBackground: 'var(--paper-lift)',
  codeFontFamily: 'var(--face-code)',
  codeFontSize: 'var(--type-small)',
  codeLineHeight: '1.6',
  uiFontFamily: 'var(--face-draft)',
  uiFontSize: 'var(--type-small)',
  focusBorder: 'var(--focus)',
  frames: {
    frameBoxShadowCssValue: 'none',
    editorActiveTabIndicatorTopColor: 'transparent',
    editorActiveTabIndicatorBottomColor: 'transparent',
    editorActiveTabBackground: 'var(--paper-lift)',
    editorActiveTabForeground: 'var(--ink-2)',
    editorTabBarBackground: 'var(--paper-2)',
    editorTabBarBorderBottomColor: 'var(--rule)',
    editorBackground: 'var(--paper-lift)',
    terminalBackground: 'var(--paper-2)',
    terminalTitlebarBackground: 'var(--paper-2)',
    terminalTitlebarForeground: 'var(--ink-3)',
    terminalTitlebarBorderBottomColor: 'var(--rule)',
    terminalTitlebarDotsOpacity: '0',
    inlineButtonForeground: 'var(--ink-2)',
    inlineButtonBorder: 'var(--rule-strong)',
    inlineButtonBackground: 'var(--paper-3)',
    tooltipSuccessBackground: 'var(--ink)',
    tooltipSuccessForeground: 'var(--paper)',
  },
};
