import type { Live } from './live.ts';
import { loseHtml, lostIn, toggleLost } from './lose.ts';
import type { Play, PlayWith } from './mount-replay.ts';
import type { Replayed } from './other-tcp.ts';
import { find, type Parts } from './parts.ts';
import { runOf } from './run.ts';
import { trackHtml } from './track.ts';
import { colourWords } from './colour-words.ts';

/** A play that takes longer than this is said to be under way, ms. */
const LONG = 300;

/** What has a figure played anew. */
export interface Replay {
  /** A button was pressed: a segment is to be lost or not, or all are to be restored. */
  press(button: HTMLElement): Promise<void>;
  /** Shows buttons for the segments near the caret, where there are too many for all. */
  near(): void;
  readonly playWith: PlayWith;
}

/**
 * Has the figure played anew when segments are lost, by the reference unless told otherwise. `texts`
 * are the figure's; those that a new run needs are added to them.
 */
export function createReplay(
  live: Live,
  { restore, status, slider }: Parts,
  { halt, texts }: { readonly halt: () => void; readonly texts: Record<string, string> },
): Replay {
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

  const take = (replayed: Replayed, isLossy: boolean) => {
    const { trace, list, outcome, texts: more } = replayed;
    Object.assign(texts, more);
    const run = runOf(replayed, t);
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

  return {
    async press(button) {
      const name = button.dataset['lose'];
      if (button === restore) {
        await again([], original[0] ?? '');
        find(root, '[data-lose]').focus();
      } else if (name !== undefined) {
        await again(toggleLost(live.run.trace, name), name);
        root.querySelector<HTMLElement>(`[data-lose="${CSS.escape(name)}"]`)?.focus();
      }
    },
    near() {
      const { trace, score } = live.run;
      // Nobody's focus is taken away.
      if (buttons.contains(document.activeElement)) return;
      buttons.innerHTML = loseHtml(trace, score, t, live.now);
    },
    async playWith(next, text) {
      player = next ?? byReference;
      busy = text;
      const isShown = await again(lostIn(live.run.trace), '');
      if (!isShown) player = byReference;
      return isShown;
    },
  };
}
