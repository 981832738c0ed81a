import { useState } from 'preact/hooks';
import type { Saved } from '#storage/store.ts';
import { useTexts } from './texts.ts';

/** Something that was done to the learner's code, and how to undo it. */
export type Notice =
  | { readonly kind: 'restored'; readonly at: Date }
  | { readonly kind: 'reset'; readonly before: string };

interface Props {
  readonly notice: Notice | null;
  readonly saved: Saved | null;
  readonly onReset: () => void;
  readonly onUndo: (before: string) => void;
  readonly onClose: () => void;
}

export function Notices({ notice, saved, onReset, onUndo, onClose }: Props) {
  const [read, setRead] = useState<Saved | null>(null);
  const { t, lang } = useTexts();
  const close = (
    <button type="button" class="b s" onClick={onClose}>
      {t('workbench.notice.close')}
    </button>
  );
  return (
    <div class="wb-notices d" role="status">
      {notice?.kind === 'restored' && (
        <div class="wb-notice">
          <p>
            {t('workbench.draft.restored', {
              time: notice.at.toLocaleString(lang, {
                dateStyle: 'long',
                timeStyle: 'short',
                hour12: false,
              }),
            })}
          </p>
          <button type="button" class="b s" onClick={onReset}>
            {t('workbench.draft.afresh')}
          </button>
          {close}
        </div>
      )}
      {notice?.kind === 'reset' && (
        <div class="wb-notice">
          <p>{t('workbench.draft.reset')}</p>
          <button type="button" class="b s" onClick={() => onUndo(notice.before)}>
            {t('workbench.undo')}
          </button>
          {close}
        </div>
      )}
      {(saved === 'full' || saved === 'blocked') && saved !== read && (
        <div class="wb-notice">
          <p>{t(`workbench.storage.${saved}`)}</p>
          <button type="button" class="b s" onClick={() => setRead(saved)}>
            {t('workbench.notice.close')}
          </button>
        </div>
      )}
    </div>
  );
}
