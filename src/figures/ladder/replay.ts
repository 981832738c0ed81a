import type { Live } from './live.ts';
import { loseHtml, lostIn, MOST, toggleLost } from './lose.ts';
import type { Replayed } from './other-tcp.ts';
import { find, type Parts } from './parts.ts';
import { runOf } from './run.ts';
import { trackHtml } from './track.ts';
import { colourWords } from './words.ts';

/** Plays the figure anew with these segments lost; a `string` says why nothing can be shown. */
export type Play = (lose: readonly string[], pressed: string) => Promise<Replayed | string>;

/** Has a figure played in another way from now on; see `Scrubber`. */
export type PlayWith = (play: Play | null, busy: string) => Promise<boolean>;

/** A play that takes longer than this is said to be under way, ms. */
const LONG = 300;
/** Buttons for the segments near the caret change where it rests, ms. */
const REST = 150;

/**
 * Lets the reader lose segments: the figure is played anew, by the reference unless told otherwise.
 * `texts` are the figure's; those that a new run needs are added to them.
 */
export function mountReplay(
  live: Live,
  { lose, restore, status, slider }: Parts,
  { halt, texts }: { readonly halt: () => void; readonly texts: Record<string, string> },
): PlayWith {
  const { root, scenario, lang, t } = live;
  const buttons = find(root, '.ladder-lose .buttons');
  const original = lostIn(live.run.trace);
  const byReference: Play = async (lost, pressed) => {
    const { rerun } = await import('./rerun.ts');
    return rerun(scenario, lost, pressed, { lang, texts });
  };
  let player = byReference;
  let busy = '';
  let turn = 0;

  const take = ({ trace, marks, list, outcome, texts: more }: Replayed, isLossy: boolean) => {
    Object.assign(texts, more);
    const run = runOf(trace, t, marks);
    find(root, '.ladder-text ol').innerHTML = list;
    buttons.innerHTML = loseHtml(trace, run.score, t, run.score.end);
    slider.innerHTML = trackHtml(run.track, run.score, run.times, t);
    restore.hidden = !isLossy;
    live.show(run);
    status.innerHTML = colourWords(outcome);
  };

  /** Plays with these segments lost. `false`: there is nothing to show. The latest wish counts. */
  const again = async (lost: readonly string[], pressed: string): Promise<boolean> => {
    halt();
    const mine = ++turn;
    const wait = setTimeout(() => {
      if (mine === turn) status.textContent = busy;
    }, LONG);
    try {
      const result = await player(lost, pressed);
      if (mine !== turn) return true;
      if (typeof result === 'string') {
        status.textContent = result;
        return false;
      }
      take(result, lost.length > 0);
      return true;
    } catch {
      if (mine !== turn) return true;
      status.textContent = t('ladder.failed');
      return false;
    } finally {
      clearTimeout(wait);
    }
  };

  let rest: ReturnType<typeof setTimeout> | undefined;
  live.onChange(() => {
    if (live.run.score.flights.length <= MOST) return;
    clearTimeout(rest);
    rest = setTimeout(() => {
      const { trace, score } = live.run;
      // Nobody's focus is taken away.
      if (!buttons.contains(document.activeElement)) {
        buttons.innerHTML = loseHtml(trace, score, t, live.now);
      }
    }, REST);
  });

  lose.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('button');
    const name = button?.dataset['lose'];
    if (button === restore) {
      void again([], original[0] ?? '').then(() => find(root, '[data-lose]').focus());
    } else if (name !== undefined) {
      void again(toggleLost(live.run.trace, name), name).then(() =>
        root.querySelector<HTMLElement>(`[data-lose="${CSS.escape(name)}"]`)?.focus(),
      );
    }
  });

  return async (next, text) => {
    player = next ?? byReference;
    busy = text;
    const isShown = await again(lostIn(live.run.trace), '');
    if (!isShown) player = byReference;
    return isShown;
  };
}
