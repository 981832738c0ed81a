import { useTexts } from './texts.ts';

/** Something that the learner should know of, and what can be done about it. */
export interface Notice {
  /** Only the latest notice of each kind is shown. */
  readonly kind: 'code' | 'link' | 'script';
  readonly text: string;
  readonly actions?: readonly { readonly label: string; readonly on: () => void }[];
}

interface Props {
  readonly notices: readonly Notice[];
  readonly onClose: (notice: Notice) => void;
}

export function Notices({ notices, onClose }: Props) {
  const { t } = useTexts();
  return (
    <div class="wb-notices d" role="status">
      {notices.map((notice) => (
        <div class="wb-notice" key={notice.kind}>
          <p>{notice.text}</p>
          {notice.actions?.map(({ label, on }) => (
            <button type="button" class="b s" key={label} onClick={on}>
              {label}
            </button>
          ))}
          <button type="button" class="b s" onClick={() => onClose(notice)}>
            {t('workbench.notice.close')}
          </button>
        </div>
      ))}
    </div>
  );
}
