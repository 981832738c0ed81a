import type { Scenario } from '#scenario/scenario.ts';
import { translator } from '#text/text.ts';
import type { Trace } from '#trace/trace.ts';
import { dataFromJson } from './data.ts';
import type { Width } from './form.ts';
import type { Geometry } from './geometry.ts';
import { eventTimes, layoutLadder } from './layout.ts';
import { loseHtml, lostIn, toggleLost } from './lose.ts';
import type { Mark } from './names.ts';
import type { Replayed } from './other-tcp.ts';
import { redrawLadder } from './redraw.ts';
import { timeAt, yAt } from './scale.ts';
import { readScore, type Score } from './score.ts';
import { duration } from './time.ts';
import { donePath, trackHtml, trackPart } from './track.ts';
import { neighbour, snapped, startWalk, type Walk } from './walk.ts';
import { colourWords, sentenceAt } from './words.ts';

/** A run of the scenario with all that is computed from it once. */
interface Run {
  readonly trace: Trace;
  readonly marks: readonly Mark[];
  readonly score: Score;
  readonly times: readonly number[];
  readonly layouts: Map<Width, Geometry>;
}

/** How near to an event a click counts as the event, px of the drawing. */
const SNAP = 5;

const runOf = (trace: Trace, marks: readonly Mark[] = []): Run => {
  const score = readScore(trace);
  return { trace, marks, score, times: eventTimes(trace, score), layouts: new Map() };
};

/** Plays the figure anew with these segments lost; a `string` says why nothing can be shown. */
type Play = (lose: readonly string[], pressed: string) => Promise<Replayed | string>;

/** A ladder that is alive, for who wants to have it played otherwise. */
export interface Scrubber {
  readonly scenario: Scenario;
  /** Tells this figure from the others on the page. */
  readonly id: string;
  /**
   * Has the figure played in this way from now on, `null`: by the reference. `busy` is said while
   * it takes long. `false` if there was nothing to show: then the reference plays on.
   */
  playWith(play: Play | null, busy: string): Promise<boolean>;
}

/** A play that takes longer than this is said to be under way, ms. */
const LONG = 300;

/** Brings a ladder in the page alive: the caret, the buttons, and segments that can be lost. */
export function mountScrubber(root: HTMLElement): Scrubber {
  const find = <E extends Element = HTMLElement>(selector: string): E => {
    const element = root.querySelector<E>(selector);
    if (element === null) throw new Error(`The ladder has no ${selector}.`);
    return element;
  };
  const json = find('script[type="application/json"]').textContent ?? '';
  const { trace, scenario, lang, texts, now: first } = dataFromJson(json);
  const t = translator(texts);
  const [slider, sentence, time] = [
    find('[role="slider"]'),
    find('.ladder-sentence'),
    find('.scrub .time'),
  ];
  const [lose, restore, status] = [find('.ladder-lose'), find('.restore'), find('[role="status"]')];
  const playButton = find('[data-act="play"]');
  const original = lostIn(trace);

  let run = runOf(trace);
  let now = first ?? run.score.end;
  /** Before the reader touches the caret everything is ink and there is no caret. */
  let touched = first !== null;
  let walk: Walk | null = null;

  const layout = (width: Width): Geometry => {
    const known = run.layouts.get(width);
    if (known !== undefined) return known;
    const geometry = layoutLadder(run.trace, { width, t, marks: run.marks });
    run.layouts.set(width, geometry);
    return geometry;
  };

  const redraw = () => {
    const caret = touched ? now : undefined;
    redrawLadder(root, { trace: run.trace, layout, now: caret, t });
  };

  const show = () => {
    const geometry = layout('wide');
    const part = trackPart(geometry, now);
    find('.track .done').setAttribute('d', donePath(part));
    find('.track .caret').style.left = `${part * 100}%`;
    for (const label of root.querySelectorAll<HTMLElement>('.track b')) {
      label.classList.toggle('ahead', Number(label.dataset['t']) > now + 1e-6);
    }
    const said = duration(Math.round(now), t);
    time.textContent = said;
    slider.setAttribute('aria-valuemin', String(Math.round(run.score.start)));
    slider.setAttribute('aria-valuemax', String(Math.round(run.score.end)));
    slider.setAttribute('aria-valuenow', String(Math.round(now)));
    slider.setAttribute('aria-valuetext', said);
    const words = colourWords(sentenceAt(run.trace, run.score, now, t));
    if (sentence.innerHTML !== words) sentence.innerHTML = words;
    redraw();
  };

  const move = (to: number) => {
    touched = true;
    now = Math.min(run.score.end, Math.max(run.score.start, to));
    show();
  };

  const pause = () => {
    walk?.stop();
    walk = null;
    playButton.removeAttribute('data-playing');
    playButton.setAttribute('aria-label', t('ladder.play'));
  };

  const play = () => {
    if (walk !== null) return pause();
    if (now >= run.score.end) move(run.score.start);
    else move(now);
    playButton.setAttribute('data-playing', '');
    playButton.setAttribute('aria-label', t('ladder.pause'));
    walk = startWalk({
      ...{ geometry: layout('wide'), times: run.times, from: now, onMove: move, onEnd: pause },
      still: matchMedia('(prefers-reduced-motion: reduce)').matches,
    });
  };

  const jump = (to: number) => {
    pause();
    move(to);
  };

  const keys: Readonly<Record<string, () => void>> = {
    ArrowRight: () => jump(neighbour(run.times, now, 1)),
    ArrowUp: () => jump(neighbour(run.times, now, 1)),
    ArrowLeft: () => jump(neighbour(run.times, now, -1)),
    ArrowDown: () => jump(neighbour(run.times, now, -1)),
    Home: () => jump(run.score.start),
    End: () => jump(run.score.end),
    ' ': play,
  };
  slider.addEventListener('keydown', (event) => {
    const act = keys[event.key];
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });

  const follow = (event: PointerEvent) => {
    const { left, width } = slider.getBoundingClientRect();
    const geometry = layout('wide');
    const [y1, y2] = [yAt(geometry.scale, run.score.start), yAt(geometry.scale, run.score.end)];
    const part = Math.min(1, Math.max(0, (event.clientX - left) / width));
    jump(snapped(geometry, run.times, timeAt(geometry.scale, y1 + part * (y2 - y1)), SNAP));
  };
  slider.addEventListener('pointerdown', (event) => {
    slider.setPointerCapture(event.pointerId);
    follow(event);
  });
  slider.addEventListener('pointermove', (event) => {
    if (slider.hasPointerCapture(event.pointerId)) follow(event);
  });

  find('[data-act="back"]').addEventListener('click', () => jump(neighbour(run.times, now, -1)));
  find('[data-act="forward"]').addEventListener('click', () => jump(neighbour(run.times, now, 1)));
  playButton.addEventListener('click', play);

  const byReference: Play = async (lost, pressed) => {
    const { rerun } = await import('./rerun.ts');
    return rerun(scenario, lost, pressed, lang);
  };
  let player = byReference;
  let busy = '';
  let turn = 0;

  /** Plays with these segments lost. `false`: there is nothing to show. The latest wish counts. */
  const again = async (lost: readonly string[], pressed: string): Promise<boolean> => {
    pause();
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
      run = runOf(result.trace, result.marks);
      // Both drawings are of another run now, with another description: none keeps its inside.
      for (const svg of root.querySelectorAll('svg.ladder')) svg.removeAttribute('viewBox');
      now = run.score.end;
      touched = false;
      find('.ladder-text ol').innerHTML = result.list;
      find('.buttons').innerHTML = loseHtml(run.trace, t);
      slider.innerHTML = trackHtml(layout('wide'), run.score, run.times, t);
      restore.hidden = lost.length === 0;
      show();
      status.innerHTML = colourWords(result.outcome);
      return true;
    } catch {
      if (mine !== turn) return true;
      status.textContent = t('ladder.failed');
      return false;
    } finally {
      clearTimeout(wait);
    }
  };
  lose.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('button');
    const name = button?.dataset['lose'];
    if (button === restore) {
      void again([], original[0] ?? '').then(() => find('[data-lose]').focus());
    } else if (name !== undefined) {
      void again(toggleLost(run.trace, name), name).then(() =>
        root.querySelector<HTMLElement>(`[data-lose="${CSS.escape(name)}"]`)?.focus(),
      );
    }
  });

  addEventListener('beforeprint', () => {
    pause();
    touched = false;
    redraw();
  });
  new ResizeObserver(() => redraw()).observe(root);
  show();

  return {
    scenario,
    id: root.closest('figure')?.id ?? '',
    async playWith(next, text) {
      player = next ?? byReference;
      busy = text;
      const isShown = await again(lostIn(run.trace), '');
      if (!isShown) player = byReference;
      return isShown;
    },
  };
}
