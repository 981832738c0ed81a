import type { Extension } from '@codemirror/state';
import { drawSelection } from '@codemirror/view';
import { vim } from '@replit/codemirror-vim';

/** Vim's keys, with its command line and mode below the text. */
export function vimKeys(): Extension {
  // The browser's own selection cannot show Vim's visual modes.
  return [vim({ status: true }), drawSelection()];
}
