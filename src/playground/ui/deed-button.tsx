import { type ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Deed } from '../model/deed.ts';
import { useGround } from './ground.ts';
import { useTexts } from './texts.ts';

/**
 * A button that does a deed. Where that cannot be done now it stays where it is, says so to those who
 * do not see it, and tells everybody who presses it why.
 */
export function DeedButton({
  deed,
  children,
  name,
}: {
  readonly deed: Deed;
  readonly children: ComponentChildren;
  /** Its whole name, where what stands on it is short. */
  readonly name?: string;
}) {
  const { why, act } = useGround();
  const { t } = useTexts();
  const id = useId();
  const obstacle = why(deed);
  const reason = obstacle === null ? undefined : t(`playground.why.${obstacle}`);
  return (
    <>
      <button
        type="button"
        class="b s"
        aria-label={name}
        aria-disabled={reason !== undefined}
        aria-describedby={reason === undefined ? undefined : id}
        title={reason}
        onClick={() => act(deed)}
      >
        {children}
      </button>
      {reason !== undefined && (
        <span id={id} hidden>
          {reason}
        </span>
      )}
    </>
  );
}
