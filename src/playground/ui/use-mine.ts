import { useEffect, useState } from 'preact/hooks';
import type { FinishedPlank } from '#storage/work.ts';
import type { Translator } from '#text/text.ts';
import { type Desk } from '../model/desk.ts';
import { horizonOf, type Play } from '../model/play.ts';
import type { Session } from '../model/session.ts';
import type { HostName } from '../model/setup.ts';
import { toScenario } from '../model/to-scenario.ts';

/** What came of a run in which the reader's own planks play some hosts. */
export interface MineRun {
  /** `null` while it is under way, and where nobody but the reference plays. */
  readonly run: Play | null;
  /** What is to be said of it. */
  readonly words: string;
}

interface Options {
  readonly desk: Desk;
  readonly hosts: readonly HostName[];
  readonly planks: readonly FinishedPlank[];
  readonly base: string;
  readonly t: Translator;
}

/** A run, and the session that it is of. */
interface OfSession extends MineRun {
  readonly session: Session | null;
}

const NOTHING: OfSession = { run: null, words: '', session: null };

/**
 * Runs the session with the reader's planks, in a sandbox, anew whenever it changes. Nothing is
 * loaded or run before a host is given to them.
 */
export function useMine({ desk, hosts, planks, base, t }: Options): MineRun {
  const [mine, setMine] = useState(NOTHING);
  const { session } = desk;
  const horizon = horizonOf(session, desk.now);
  const who = hosts.join();
  useEffect(() => {
    if (who === '') return setMine(NOTHING);
    let isStale = false;
    const said = (run: Play | null, words: string) => setMine({ run, words, session });
    // What was run of this session before is its beginning; of another session it is nothing.
    setMine((last) => ({ ...last, words: t('ship.figure.busy') }));
    const play = async () => {
      const [{ playMine }, { compileShip }, { playedWords }, { labTitle }] = await Promise.all([
        import('#workbench/ship/mine.ts'),
        import('#workbench/ship/compile-ship.ts'),
        import('#workbench/ship/words.ts'),
        import('#workbench/ship/titles.ts'),
      ]);
      const request = {
        ...{ scenario: toScenario(session, horizon), lose: [], hosts },
        planks: await compileShip(planks),
      };
      const played = await playMine(request, `${base.replace(/\/*$/, '/')}sandbox.html`);
      if (isStale) return;
      const words = playedWords(played, t, labTitle);
      if (played.cut?.why === 'did not load') return said(null, words);
      said({ trace: played.trace, refused: [], isEndless: false }, words);
    };
    play().catch((error: unknown) => {
      console.error(error);
      if (!isStale) said(null, t('playground.mine.failed'));
    });
    return () => {
      isStale = true;
    };
  }, [session, horizon, who, planks]);
  return mine.session === session ? mine : { run: null, words: mine.words };
}
