import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useTexts } from './texts.ts';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  /** Buttons beside the one that closes; what is worth least stands last. */
  readonly actions?: ComponentChildren;
  /** What the button that closes says. */
  readonly close?: string;
  readonly children: ComponentChildren;
}

/**
 * A dialog over the page: the rest is out of reach until it is closed, by its button, by Escape, or
 * by a press beside it. Then the focus is where it was before.
 */
export function Dialog({ title, onClose, actions, close, children }: Props) {
  const { t } = useTexts();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const before = document.activeElement;
    const element = dialog.current;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  return (
    <dialog
      class="wb-dialog"
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div class="wb-sheet">
        <h2 id={id}>{title}</h2>
        {children}
        <div class="wb-choices d">
          {actions}
          <button type="button" class="b s" onClick={onClose}>
            {close ?? t('workbench.notice.close')}
          </button>
        </div>
      </div>
    </dialog>
  );
}
