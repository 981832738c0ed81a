import type { Drafts } from '#storage/draft.ts';
import { MOST_ATTEMPTS } from '#storage/history.ts';
import type { Work } from '#storage/work.ts';
import { Dialog } from '../bench/dialog.tsx';
import { useTexts } from '../bench/texts.ts';
import { Attempts, KeptText } from './attempts.tsx';

interface Props {
  readonly work: Work;
  readonly drafts: Drafts;
  /** The lab's starter, whole. */
  readonly starter: string;
  /** The text in the editor. */
  readonly code: string;
  /** Puts a text into the editor; the one before it has been put into the history. */
  readonly onTake: (code: string, at: string) => void;
  readonly onClose: () => void;
}

/**
 * What was run in this lab, newest first, with drafts for earlier versions of it; each text can be
 * looked at and taken. A dialog: draw it when a button was pressed, and no more after `onClose`.
 *
 *     {open && <History {...{ work, drafts, starter }} code={editor.code()} onTake={…} onClose={…} />}
 */
export function History({ work, drafts, starter, code, onTake, onClose }: Props) {
  const { t } = useTexts();
  const attempts = work.history(drafts.lab);
  const older = drafts.older();
  const take = (kept: { readonly code: string; readonly at: string }) => {
    if (code !== starter) work.putAway(drafts.lab, code, new Date(), starter);
    onClose();
    onTake(kept.code, kept.at);
  };
  return (
    <Dialog title={t('work.history.title')} onClose={onClose}>
      <div class="wk-history d">
        <p class="wk-lead">{t('work.history.lead', { most: MOST_ATTEMPTS })}</p>
        {older.length > 0 && (
          <section>
            <h3>{t('work.history.older')}</h3>
            {older.map((draft) => (
              <KeptText key={draft.starter} kept={draft} code={code} onTake={take} />
            ))}
          </section>
        )}
        <section>
          {older.length > 0 && <h3>{t('work.history.attempts')}</h3>}
          {attempts.length > 0 ? (
            <Attempts attempts={attempts} code={code} onTake={take} />
          ) : (
            <p>{t('work.history.empty')}</p>
          )}
        </section>
      </div>
    </Dialog>
  );
}
