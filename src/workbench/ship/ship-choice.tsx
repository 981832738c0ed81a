import { useId } from 'preact/hooks';
import { count } from '#text/text.ts';
import { useTexts } from '../bench/texts.ts';
import type { Ship } from './use-ship.ts';

/** Whose other planks a run uses. Without finished ones there is no choice, and it says why. */
export function ShipChoice({ ship }: { readonly ship: Ship }) {
  const { t, lang } = useTexts();
  const id = useId();
  const none = ship.others === 0;
  return (
    <span class="wb-ship">
      <label class="sr-only" for={id}>
        {t('ship.run')}
      </label>
      <select
        id={id}
        class="b s"
        value={ship.isMine ? 'mine' : 'reference'}
        disabled={none}
        title={none ? t('ship.run.none') : undefined}
        aria-describedby={none ? `${id}-why` : undefined}
        onChange={({ currentTarget }) => ship.choose(currentTarget.value === 'mine')}
      >
        <option value="reference">{t('ship.run.reference')}</option>
        <option value="mine">{count(t, lang, 'ship.run.mine', ship.others)}</option>
      </select>
      {none && (
        <span class="sr-only" id={`${id}-why`}>
          {t('ship.run.none')}
        </span>
      )}
    </span>
  );
}
