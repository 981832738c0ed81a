import { useTexts } from '../bench/texts.ts';
import { downloadSize, type Arrived } from './load.ts';

const MEGA = 1_000_000;

/** How much of the editor has arrived. The size is what travels when the server compresses. */
export function Loading({ arrived }: { readonly arrived: Arrived | null }) {
  const { t, lang } = useTexts();
  const mega = new Intl.NumberFormat(lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const total = arrived?.total ?? downloadSize;
  const done = arrived?.done ?? 0;
  const words =
    total > 0
      ? t('workbench.loading.sized', {
          done: mega.format(done / MEGA),
          total: mega.format(total / MEGA),
        })
      : t('workbench.loading');
  return (
    <div class="wb-loading d">
      <label>
        <span class="num">{words}</span>
        <progress max={total || 1} value={total > 0 ? done : undefined} />
      </label>
    </div>
  );
}
