import type { Live } from './live.ts';
import { MOST_BUTTONS } from './most-buttons.ts';
import type { Replayed } from './other-tcp.ts';
import type { Parts } from './parts.ts';
import type { Replay } from './replay.ts';

/** Plays the figure anew with these segments lost; a `string` says why nothing can be shown. */
export type Play = (lose: readonly string[], pressed: string) => Promise<Replayed | string>;

/** Has a figure played in another way from now on; see `Scrubber`. */
export type PlayWith = (play: Play | null, busy: string) => Promise<boolean>;

/** Buttons for the segments near the caret change where it rests, ms. */
const REST = 150;

/** Readies the buttons that lose segments: the code that plays anew is loaded at the first press. */
export function mountReplay(
  live: Live,
  parts: Parts,
  tools: { readonly halt: () => void; readonly texts: Record<string, string> },
): PlayWith {
  let loaded: Promise<Replay> | null = null;
  /** `null`: it could not be loaded. */
  const load = async (): Promise<Replay | null> => {
    loaded ??= Promise.all([import('./replay.ts'), live.bringTexts()]).then(([{ createReplay }]) =>
      createReplay(live, parts, tools),
    );
    try {
      return await loaded;
    } catch {
      // Where there was no network for a while, the next press tries again.
      loaded = null;
      parts.status.textContent = live.t('ladder.failed');
      return null;
    }
  };

  parts.lose.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('button') : null;
    if (button !== null) void load().then((replay) => replay?.press(button));
  });
  let rest: ReturnType<typeof setTimeout> | undefined;
  live.onChange(() => {
    if (live.run.score.flights.length <= MOST_BUTTONS) return;
    clearTimeout(rest);
    rest = setTimeout(() => void load().then((replay) => replay?.near()), REST);
  });
  return async (play, busy) => (await (await load())?.playWith(play, busy)) ?? false;
}
