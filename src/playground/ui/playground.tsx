import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import { colourWords } from '#figures/ladder/colour-words.ts';
import type { FinishedPlank } from '#storage/work.ts';
import type { Deed } from '../model/deed.ts';
import {
  deskOf,
  doDeed,
  EMPTY_DESK,
  eveOf,
  obstacle,
  pastOf,
  playDesk,
  resetOn,
  turnTo,
  undoDeed,
} from '../model/desk.ts';
import { flyingAt } from '../model/flying.ts';
import { isLeft } from '../model/network.ts';
import { horizonOf } from '../model/play.ts';
import { type HostName, hostNames } from '../model/setup.ts';
import { viewAt } from '../model/view.ts';
import { presetCalled } from '../presets/presets.ts';
import { Bar } from './bar.tsx';
import { CatchBar } from './catch-bar.tsx';
import { type Ground, GroundContext } from './ground.ts';
import { HostCard } from './host-card.tsx';
import { HostSettings } from './host-settings.tsx';
import { LadderPane } from './ladder-pane.tsx';
import { MineChoice } from './mine-choice.tsx';
import { RoadSettings } from './road-settings.tsx';
import { Road } from './road.tsx';
import { saying } from './say.ts';
import { StatesPane } from './states-pane.tsx';
import { Take } from './take.tsx';
import { useTexts } from './texts.ts';
import { openAddress, useAddress } from './use-address.ts';
import { useClock } from './use-clock.ts';
import { useMine } from './use-mine.ts';

interface Props {
  readonly base: string;
  /** What the reader has finished. */
  readonly planks: readonly FinishedPlank[];
  /** The names of those planks. */
  readonly laid: readonly string[];
}

/** What the playground says to what the reader did last. */
interface Answer {
  readonly words: string;
  readonly isRefusal: boolean;
}

const SILENCE: Answer = { words: '', isRefusal: false };

/** The whole playground. */
export function Playground({ base, planks, laid }: Props) {
  const { t } = useTexts();
  const [{ desk, bad }, setOpened] = useState(() => openAddress(location.hash));
  const [held, hold] = useState<string | null>(null);
  const [mine, setMine] = useState<readonly HostName[]>([]);
  const [answer, setAnswer] = useState<Answer>(SILENCE);
  const setDesk = useCallback(
    (change: (before: typeof desk) => typeof desk) =>
      setOpened((before) => ({ desk: change(before.desk), bad: null })),
    [],
  );

  const horizon = horizonOf(desk.session, desk.now);
  const own = useMemo(() => playDesk(desk), [desk.session, horizon]);
  const theirs = useMine({ desk, hosts: mine, planks, base, t });
  const run = theirs.run ?? own;
  const past = pastOf(desk);
  const known = useMemo(
    () => (past === desk || theirs.run !== null ? run : playDesk(past)),
    [run, past === desk, past.session.deeds.length],
  );
  const view = useMemo(
    () => ({
      ...viewAt(run, desk.session.setup, desk.now),
      flying: flyingAt(known.trace, desk.session.setup, desk.now),
    }),
    [run, known, desk.session.setup, desk.now],
  );
  const eve = useMemo(() => eveOf(desk, known), [desk, known]);
  const turn = useCallback((now: number) => setDesk((before) => turnTo(before, now)), [setDesk]);
  const clock = useClock(view, turn);
  const main = useRef<HTMLDivElement>(null);
  useAddress(desk, clock.isPlaying, setOpened);

  const why = (deed: Deed) => obstacle(deed, desk, eve);
  const ground: Ground = {
    ...{ desk, run, view, clock, held, mine, hold, why, turnTo: turn },
    act(deed) {
      const reason = why(deed);
      if (reason !== null) {
        return setAnswer({ words: t(`playground.why.${reason}`), isRefusal: true });
      }
      const later = desk.session.deeds.filter(({ at }) => at > desk.now).length;
      const words = later > 0 ? t('playground.otherwise', { n: later }) : '';
      setAnswer({ words, isRefusal: false });
      setDesk((before) => doDeed(before, deed));
    },
    setUp: (setup) => setDesk((before) => resetOn(before, setup)),
    undo() {
      setAnswer(SILENCE);
      setDesk(undoDeed);
    },
  };
  const show = (id: string) => {
    const preset = presetCalled(id);
    hold(null);
    setAnswer(SILENCE);
    clock.setPlaying(false);
    setDesk(() => (preset === null ? EMPTY_DESK : deskOf(preset.session, preset.now)));
  };
  const hosts = hostNames(desk.session.setup);
  const sentence = saying(run.trace, desk.now, clock.isPlaying, t);
  const refused = run.refused.filter(({ at }) => at <= desk.now).length;

  return (
    <GroundContext.Provider value={ground}>
      <div class="pg" ref={main}>
        <Bar onShow={show} />
        {bad !== null && (
          <p class="pg-notice" role="alert">
            {t(`playground.bad.${bad}`)}
          </p>
        )}
        <div class="pg-stage">
          <div class="pg-side">
            {hosts.filter(isLeft).map((host) => (
              <HostCard key={host} host={host} />
            ))}
          </div>
          <div class="pg-road">
            <Road />
            <CatchBar key={held} />
            <p
              class="pg-say"
              aria-live="polite"
              dangerouslySetInnerHTML={{ __html: colourWords(sentence) }}
            />
            <p class={answer.isRefusal ? 'pg-refusal' : 'pg-note'} role="status">
              {answer.words}
            </p>
            {refused > 0 && <p class="pg-note">{t('playground.refused', { n: refused })}</p>}
            {run.isEndless && <p class="pg-note">{t('playground.endless')}</p>}
          </div>
          <div class="pg-side">
            {hosts
              .filter((host) => !isLeft(host))
              .map((host) => (
                <HostCard key={host} host={host} />
              ))}
          </div>
        </div>
        <div class="pg-under">
          <div class="pg-drawings">
            <LadderPane />
            <StatesPane laid={laid} />
          </div>
          <aside class="pg-aside" aria-label={t('playground.settings')}>
            <Take />
            <p class="pg-anew">{t('playground.anew')}</p>
            <RoadSettings />
            <HostSettings />
            <MineChoice planks={planks.length} words={theirs.words} onChange={setMine} />
          </aside>
        </div>
      </div>
    </GroundContext.Provider>
  );
}
