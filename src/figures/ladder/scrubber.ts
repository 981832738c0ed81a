import type { Scenario } from '#scenario/scenario.ts';
import { translator } from '#text/text.ts';
import { dataOf } from './data.ts';
import { keepFitting } from './keep-fitting.ts';
import type { Live } from './live.ts';
import { momentAt, timeOf, MOMENT_EVENT, type Moment, type Sought } from './moment.ts';
import { pageTexts } from './page-texts.ts';
import { partsOf } from './parts.ts';
import { mountTools } from './mount-tools.ts';
import { mountPick } from './pick.ts';
import { createSheet } from './redraw.ts';
import { mountReplay, type PlayWith } from './mount-replay.ts';
import { runOf } from './run.ts';
import { yAt } from './scale.ts';
import { showCaret } from './show-caret.ts';
import { isInSight, keepInSight } from './sight.ts';
import { steer } from './steer.ts';

/** A ladder that is alive, for who wants to have it played otherwise, or shows the same run otherwise. */
export interface Scrubber {
  readonly scenario: Scenario;
  /** Tells this figure from the others on the page. */
  readonly id: string;
  /**
   * Has the figure played in this way from now on, `null`: by the reference. `busy` is said while
   * it takes long. `false` if there was nothing to show: then the reference plays on.
   */
  readonly playWith: PlayWith;
  /** Where the caret stands; `null` before the reader touches a figure that has none of its own. */
  moment(): Moment | null;
  /** Puts the caret to a time (ms), or to where a change of state happens next. `false`: it never does. */
  seek(to: number | Sought): boolean;
}

/** Brings a ladder in the page alive: the caret, the buttons, segments that can be lost, the tools. */
export function mountScrubber(root: HTMLElement): Scrubber {
  const data = dataOf(root);
  const texts: Record<string, string> = { ...pageTexts() };
  const t = translator(texts);
  let more: Promise<void> | null = null;
  const bringTexts = () => {
    more ??= import('./texts.ts')
      .then(({ toolTexts }) => toolTexts(data.lang))
      .then((brought) => void Object.assign(texts, brought));
    // Where there was no network for a while, the next press tries again.
    more.catch(() => (more = null));
    return more;
  };
  const parts = partsOf(root);
  const heard: (() => void)[] = [];

  let run = runOf(data, t);
  let now = data.now ?? run.score.end;
  let { view } = data;
  /** Before the reader touches the caret everything is ink and there is no caret. */
  let touched = data.now !== null;
  const sheet = createSheet(root, () => ({ run, view, now: touched ? now : undefined }), t);

  const changed = () => {
    for (const hear of heard) hear();
  };
  const show = () => {
    showCaret(parts, { run, now, view }, { t, bringTexts });
    sheet.draw();
    changed();
    const detail = momentAt(run.trace, now);
    root.dispatchEvent(new CustomEvent<Moment>(MOMENT_EVENT, { bubbles: true, detail }));
  };
  /** Keeps the caret of a tall drawing in sight; `from`: only if it was in sight there, ms. */
  const follow = (from?: number) => {
    const drawing = root.classList.contains('tall') ? sheet.drawing() : null;
    if (drawing === null) return;
    const { svg, geometry } = drawing;
    const foot = parts.desk.getBoundingClientRect().height;
    if (from !== undefined && !isInSight(svg, yAt(geometry.scale, from), foot)) return;
    keepInSight(svg, yAt(geometry.scale, now), foot);
  };

  const live: Live = {
    ...{ root, t, bringTexts, scenario: data.scenario, lang: data.lang },
    id: root.closest('figure')?.id ?? '',
    get run() {
      return run;
    },
    get now() {
      return now;
    },
    get view() {
      return view;
    },
    move(to, isGentle = false) {
      const from = now;
      touched = true;
      now = Math.min(run.score.end, Math.max(run.score.start, to));
      show();
      follow(isGentle ? from : undefined);
    },
    look(change) {
      view = { ...view, ...change };
      showCaret(parts, { run, now, view }, { t, bringTexts });
      sheet.draw();
      if (touched) follow();
      changed();
    },
    show(next) {
      run = next;
      // Both drawings are of another run now, with another description: none keeps its inside.
      for (const svg of root.querySelectorAll('svg.ladder')) svg.removeAttribute('viewBox');
      now = run.score.end;
      touched = false;
      show();
    },
    drawing() {
      sheet.draw(true);
      return sheet.drawing()?.svg ?? null;
    },
    onChange: (hear) => void heard.push(hear),
  };

  const { halt } = steer(live, parts);
  mountPick(live, sheet, (to) => {
    halt();
    live.move(to);
  });
  const playWith = mountReplay(live, parts, { halt, texts });
  mountTools(live);
  // Who shows the same run otherwise may be awake already.
  if (touched) show();
  else showCaret(parts, { run, now, view }, { t, bringTexts });
  keepFitting(root, sheet, t);

  let wasTouched = touched;
  addEventListener('beforeprint', () => {
    halt();
    wasTouched = touched;
    touched = false;
    sheet.drawForPaper();
  });
  addEventListener('afterprint', () => {
    touched = wasTouched;
    sheet.draw();
  });

  return {
    ...{ scenario: data.scenario, id: live.id, playWith },
    moment: () => (touched ? momentAt(run.trace, now) : null),
    seek(to) {
      const at = typeof to === 'number' ? to : timeOf(run.score, to, now);
      if (at === null) return false;
      halt();
      live.move(at);
      return true;
    },
  };
}
