import { useRef } from 'preact/hooks';
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
  const root = useRef<HTMLDivElement>(null);
  // The pressed button may go, and the focus would go with it.
  const press = (on: () => void) => () => {
    root.current?.focus({ preventScroll: true });
    on();
  };
  return (
    <div class="wb-notices d" role="status" ref={root} tabIndex={-1}>
      {notices.map((notice) => (
        <div class="wb-notice" key={notice.kind}>
          <p>{notice.text}</p>
          {notice.actions?.map(({ label, on }) => (
            <button type="button" class="b s" key={label} onClick={press(on)}>
              {label}
            </button>
          ))}
          <button type="button" class="b s" onClick={press(() => onClose(notice))}>
            {t('workbench.notice.close')}
          </button>
        </div>
      ))}
    </div>
  );
}
