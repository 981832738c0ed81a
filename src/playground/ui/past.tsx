import { duration } from '#figures/ladder/time.ts';
import { momentsOf } from '../model/view.ts';
import { useGround } from './ground.ts';
import { useTexts } from './texts.ts';

/** All that has been seen so far as one slider, event by event: back, and forward to where one was. */
export function Past() {
  const { desk, run, view, clock, turnTo } = useGround();
  const { t } = useTexts();
  const seen = momentsOf(run.trace).filter((time) => time > 0 && time <= desk.reached);
  const moments = [0, ...seen];
  const place = moments.findLastIndex((time) => time <= view.now);
  return (
    <input
      class="pg-past"
      type="range"
      min={0}
      max={Math.max(1, moments.length - 1)}
      step={1}
      value={place}
      disabled={moments.length < 2}
      aria-label={t('playground.past')}
      aria-valuetext={duration(Math.round(view.now), t)}
      onInput={({ currentTarget }) => {
        clock.setPlaying(false);
        turnTo(moments[currentTarget.valueAsNumber] ?? view.now);
      }}
    />
  );
}
