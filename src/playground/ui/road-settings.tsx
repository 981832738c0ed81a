import type { Limit } from '../model/limits.ts';
import { pairsOf } from '../model/network.ts';
import type { RoadSetup } from '../model/setup.ts';
import { DeedButton } from './deed-button.tsx';
import { useGround } from './ground.ts';
import { OldForm } from './old-form.tsx';
import { Line, Slide } from './setting-fields.tsx';
import { useTexts } from './texts.ts';

const ROAD: readonly [Exclude<keyof RoadSetup, 'nat'>, Limit, number][] = [
  ['delay', 'delay', 200],
  ['routers', 'routers', 3],
  ['jitter', 'jitter', 200],
  ['loss', 'share', 90],
  ['duplicate', 'share', 90],
  ['reorder', 'share', 90],
  ['corrupt', 'share', 90],
];

/** What lies between the hosts, and where chance begins. */
export function RoadSettings() {
  const { desk, view, setUp } = useGround();
  const { t } = useTexts();
  const { setup } = desk.session;
  const { road } = setup;
  return (
    <section class="pg-set">
      <h2 class="cap">{t('playground.road')}</h2>
      {ROAD.map(([key, limit, most]) => (
        <Slide
          key={key}
          label={t(`playground.road.${key}`)}
          value={road[key]}
          most={most}
          limit={limit}
          unit={key === 'routers' ? '' : limit === 'share' ? '%' : t('ladder.unit')}
          onChange={(n) => setUp({ ...setup, road: { ...road, [key]: n } })}
        />
      ))}
      <label class="pg-check">
        <input
          type="checkbox"
          checked={road.nat}
          onChange={({ currentTarget }) =>
            setUp({ ...setup, road: { ...road, nat: currentTarget.checked } })
          }
        />
        {t('playground.road.nat')}
      </label>
      <Line
        label={t('playground.seed')}
        value={setup.seed}
        limit="seed"
        onChange={(seed) => setUp({ ...setup, seed: seed ?? 1 })}
      />
      <h3>{t('playground.links')}</h3>
      <ul class="pg-links">
        {pairsOf(setup).map((between) => {
          const isCut = view.cut.some((pair) => pair.every((node) => between.includes(node)));
          return (
            <li key={between.join()}>
              <span>{t('playground.link', { one: between[0], other: between[1] })}</span>
              <DeedButton deed={{ do: isCut ? 'mend' : 'cut', between }}>
                {t(isCut ? 'playground.link.mend' : 'playground.link.cut')}
              </DeedButton>
            </li>
          );
        })}
      </ul>
      <OldForm />
    </section>
  );
}
