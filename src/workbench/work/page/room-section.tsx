import { useState } from 'preact/hooks';
import type { Work } from '#storage/work.ts';
import { useTexts } from '../../bench/texts.ts';

interface Props {
  readonly work: Work;
  readonly onChange: () => void;
}

/** Lets old attempts go, when the reader says so. */
export function RoomSection({ work, onChange }: Props) {
  const { t, n } = useTexts();
  const [dropped, setDropped] = useState<number | null>(null);
  const some = Math.ceil(work.spareAttempts() / 2);
  if (some === 0 && dropped === null) return null;
  return (
    <section>
      <h2>{t('work.room')}</h2>
      <p>{t('work.room.lead')}</p>
      <p class="wk-do">
        {some > 0 && (
          <button
            type="button"
            class="b"
            onClick={() => {
              setDropped(work.makeRoom().dropped);
              onChange();
            }}
          >
            {n('work.room.do', some)}
          </button>
        )}
        <span role="status">{dropped !== null && n('work.room.done', dropped)}</span>
      </p>
    </section>
  );
}
