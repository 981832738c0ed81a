import { useCallback } from 'preact/hooks';
import type { Work } from '#storage/work.ts';
import type { Editor } from '../editor/editor.ts';
import { useTexts } from './texts.ts';
import type { Forget, Tell } from './use-notices.ts';

/** What took the place of the learner's code. */
export type Replacement = 'starter' | 'green' | 'solution' | 'earlier';

interface Options {
  readonly editor: Editor | null;
  readonly work: Work;
  readonly lab: string;
  readonly starter: string;
  readonly tell: Tell;
  readonly forget: Forget;
}

/**
 * Puts another text into the editor. What stood there goes into the history, and a notice offers it
 * back; what was written meanwhile goes into the history then.
 */
export function useReplace({ editor, work, lab, starter, tell, forget }: Options) {
  const { t } = useTexts();
  return useCallback(
    (how: Replacement, code: string) => {
      if (!editor) return;
      const before = editor.code();
      const putAway = (text: string) => {
        if (text !== starter) work.putAway(lab, text, new Date(), starter);
      };
      if (before === code) return tell({ kind: 'code', text: t(`workbench.same.${how}`) });
      putAway(before);
      editor.replace(code);
      const undo = () => {
        if (editor.code() !== code) putAway(editor.code());
        editor.replace(before);
        forget('code');
        editor.focus();
      };
      tell({
        kind: 'code',
        text: t(`workbench.replaced.${how}`),
        actions: [{ label: t('workbench.undo'), on: undo }],
      });
    },
    [editor, work, lab, starter, tell, forget, t],
  );
}
