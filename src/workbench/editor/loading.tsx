import { useMemo } from 'preact/hooks';
import { useTexts } from '../bench/texts.ts';
import { downloadSize, type Arrived } from './download.ts';
import type { EditorKind } from './editor.ts';

export const MEGA = 1_000_000;

/** Writes sizes in MB, in the page's language. */
export function useMega(): Intl.NumberFormat {
  const { lang } = useTexts();
  return useMemo(
    () => new Intl.NumberFormat(lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    [lang],
  );
}

interface Props {
  readonly kind: EditorKind;
  readonly arrived: Arrived | null;
}

/** How much of an editor has arrived. The size is what travels when the server compresses. */
export function Loading({ kind, arrived }: Props) {
  const { t } = useTexts();
  return (
    <div class="wb-loading d">
      <Meter
        arrived={arrived ?? { done: 0, total: downloadSize(kind) }}
        words={t('workbench.loading')}
        sized="workbench.loading.sized"
      />
    </div>
  );
}

interface MeterProps {
  readonly arrived: Arrived;
  /** What is said where the size is not known. */
  readonly words: string;
  /** Key of the text that tells `done` and `total`. */
  readonly sized: string;
}

/** A download as a bar and in numbers. */
export function Meter({ arrived: { done, total }, words, sized }: MeterProps) {
  const { t } = useTexts();
  const mega = useMega();
  const values = { done: mega.format(done / MEGA), total: mega.format(total / MEGA) };
  return (
    <label>
      <span class="num">{total > 0 ? t(sized, values) : words}</span>
      <progress max={total || 1} value={total > 0 ? done : undefined} />
    </label>
  );
}
