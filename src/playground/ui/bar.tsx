import { useState } from 'preact/hooks';
import { duration } from '#figures/ladder/time.ts';
import { PRESETS } from '../presets/presets.ts';
import { useGround } from './ground.ts';
import { Past } from './past.tsx';
import { useTexts } from './texts.ts';
import { SPEEDS } from './use-clock.ts';

/** The clock, and what one can begin with. */
export function Bar({ onShow }: { readonly onShow: (preset: string) => void }) {
  const { view, clock, turnTo, undo, desk } = useGround();
  const { t } = useTexts();
  const isAtEnd = view.next === null;
  const noDeeds = desk.session.deeds.length === 0;
  return (
    <div class="pg-bar">
      <h1 id="_top">{t('playground.title')}</h1>
      <div class="pg-steps" role="group" aria-label={t('playground.clock')}>
        <Step
          label={t('playground.start')}
          isOff={view.now === 0}
          why={t('playground.why.at start')}
          onClick={() => turnTo(0)}
          path="M2 1v12M13 1 5 7l8 6z"
        />
        <Step
          label={t('ladder.back')}
          isOff={view.before === null}
          why={t('playground.why.at start')}
          onClick={() => turnTo(Math.max(0, view.before ?? 0))}
          path="M12 1 4 7l8 6z"
        />
        <button
          type="button"
          class="pg-play"
          aria-disabled={isAtEnd && !clock.isPlaying}
          aria-label={t(clock.isPlaying ? 'ladder.pause' : 'ladder.play')}
          title={isAtEnd ? t('playground.why.at end') : undefined}
          onClick={() => (clock.isPlaying || !isAtEnd) && clock.setPlaying(!clock.isPlaying)}
        >
          <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
            <path d={clock.isPlaying ? 'M2 1h3v12H2zM9 1h3v12H9z' : 'M2 0l11 7-11 7z'} />
          </svg>
        </button>
        <Step
          label={t('ladder.forward')}
          isOff={isAtEnd}
          why={t('playground.why.at end')}
          onClick={() => turnTo(view.next ?? view.now)}
          path="M3 1l8 6-8 6z"
        />
      </div>
      <output class="pg-time num">{duration(Math.round(view.now), t)}</output>
      <label class="pg-speed">
        <span>{t('playground.speed')}</span>
        <select
          value={clock.speed}
          onChange={({ currentTarget }) => clock.setSpeed(Number(currentTarget.value))}
        >
          {SPEEDS.map((speed) => (
            <option key={speed} value={speed}>
              {t('playground.speed.of', { ms: duration(speed, t) })}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        class="b s pg-undo"
        aria-disabled={noDeeds}
        title={noDeeds ? t('playground.why.nothing done') : undefined}
        onClick={() => !noDeeds && undo()}
      >
        {t('playground.undo')}
      </button>
      <Shows onShow={onShow} />
      <Past />
    </div>
  );
}

function Step({
  label,
  isOff,
  why,
  onClick,
  path,
}: {
  readonly label: string;
  readonly isOff: boolean;
  readonly why: string;
  readonly onClick: () => void;
  readonly path: string;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={isOff}
      title={isOff ? why : label}
      onClick={() => !isOff && onClick()}
    >
      <svg width="16" height="14" viewBox="0 0 16 14" aria-hidden="true">
        <path d={path} />
      </svg>
    </button>
  );
}

/** "Show me CLOSING": chosen, then asked for, so that arrow keys do not open one after the other. */
function Shows({ onShow }: { readonly onShow: (preset: string) => void }) {
  const { desk } = useGround();
  const { t } = useTexts();
  const opened = PRESETS.find(({ session }) => session === desk.session)?.id;
  const [preset, setPreset] = useState(opened ?? 'figure-6');
  return (
    <form
      class="pg-shows"
      onSubmit={(event) => {
        event.preventDefault();
        onShow(preset);
      }}
    >
      <label>
        <span class="sr-only">{t('playground.show')}</span>
        <select value={preset} onChange={({ currentTarget: { value } }) => setPreset(value)}>
          {(['figure', 'state', 'road'] as const).map((kind) => (
            <optgroup key={kind} label={t(`playground.show.${kind}`)}>
              {PRESETS.filter((each) => each.kind === kind).map(({ id }) => (
                <option key={id} value={id}>
                  {t(`playground.preset.${id}`)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <button type="submit" class="b s">
        {t('playground.show.go')}
      </button>
      <button type="button" class="b s" onClick={() => onShow('')}>
        {t('playground.new')}
      </button>
    </form>
  );
}
