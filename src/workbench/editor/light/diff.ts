import { unifiedMergeView } from '@codemirror/merge';
import type { Extension } from '@codemirror/state';

/** Shows where the text differs from `other`, within the text, which can still be edited. */
export function compareWith(other: string): Extension {
  return unifiedMergeView({
    original: other,
    mergeControls: false,
    gutter: true,
    highlightChanges: true,
    syntaxHighlightDeletions: true,
  });
}
