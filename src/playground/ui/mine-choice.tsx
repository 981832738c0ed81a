import { useId } from 'preact/hooks';
import { type HostName, hostNames } from '../model/setup.ts';
import { useGround } from './ground.ts';
import { hostTitleOf } from './names.ts';
import { useTexts } from './texts.ts';

/** Which hosts run the planks that the reader has finished. Without any it says why there is no choice. */
export function MineChoice({
  planks,
  words,
  onChange,
}: {
  /** How many planks are finished. */
  readonly planks: number;
  readonly words: string;
  readonly onChange: (hosts: readonly HostName[]) => void;
}) {
  const { desk, mine } = useGround();
  const { t } = useTexts();
  const id = useId();
  const { setup } = desk.session;
  return (
    <section class="pg-set">
      <h2 class="cap">{t('playground.mine')}</h2>
      {hostNames(setup).map((host) => (
        <label key={host} class="pg-check">
          <input
            type="checkbox"
            checked={mine.includes(host)}
            disabled={planks === 0}
            aria-describedby={planks === 0 ? id : undefined}
            onChange={({ currentTarget: { checked } }) =>
              onChange(
                hostNames(setup).filter((each) => (each === host ? checked : mine.includes(each))),
              )
            }
          />
          {t('playground.mine.of', { host: hostTitleOf(host, setup, t) })}
        </label>
      ))}
      {planks === 0 && <p id={id}>{t('playground.mine.none')}</p>}
      <p role="status">{words}</p>
    </section>
  );
}
