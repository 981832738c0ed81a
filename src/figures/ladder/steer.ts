import type { Live } from './live.ts';
import { find, type Parts } from './parts.ts';
import { timeAt, yAt } from './scale.ts';
import { zoomed } from './view.ts';
import { neighbour, snapped, startWalk, type Walk } from './walk.ts';

/** How near to an event a click counts as the event, px of the drawing. */
const SNAP = 5;
/** Events that the page keys pass over. */
const PAGE = 10;

/** What steers the caret: keys, the track, three buttons. Gives a way to halt what is playing. */
export function steer(live: Live, { slider, play: playButton }: Parts): { halt: () => void } {
  let walk: Walk | null = null;
  const { t } = live;

  const halt = () => {
    walk?.stop();
    walk = null;
    playButton.removeAttribute('data-playing');
    playButton.setAttribute('aria-label', t('ladder.play'));
  };

  const play = () => {
    if (walk !== null) return halt();
    const { start, end } = live.run.score;
    live.move(live.now >= end ? start : live.now);
    playButton.setAttribute('data-playing', '');
    playButton.setAttribute('aria-label', t('ladder.pause'));
    const geometry = live.run.layout('wide', live.view);
    walk = startWalk({
      ...{ geometry, times: live.run.times, from: live.now },
      ...{ onMove: (to: number) => live.move(to, true), onEnd: halt },
      still: matchMedia('(prefers-reduced-motion: reduce)').matches,
    });
  };

  const jump = (to: number) => {
    halt();
    live.move(to);
  };
  const step = (by: number) => () => jump(neighbour(live.run.times, live.now, by));
  const zoom = (direction: -1 | 1) => () => {
    halt();
    live.look({ zoom: zoomed(live.view.zoom, direction) });
  };

  const keys: Readonly<Record<string, () => void>> = {
    ...{ ArrowRight: step(1), ArrowUp: step(1), ArrowLeft: step(-1), ArrowDown: step(-1) },
    ...{ PageUp: step(PAGE), PageDown: step(-PAGE) },
    Home: () => jump(live.run.score.start),
    End: () => jump(live.run.score.end),
    ' ': play,
    ...{ '+': zoom(1), '=': zoom(1), '-': zoom(-1) },
    '0': () => live.look({ zoom: 1 }),
  };
  slider.addEventListener('keydown', (event) => {
    const act = keys[event.key];
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });

  const follow = (event: PointerEvent) => {
    const { left, width } = slider.getBoundingClientRect();
    const { track, times } = live.run;
    const [y1, y2] = [yAt(track.scale, track.start), yAt(track.scale, track.end)];
    const part = Math.min(1, Math.max(0, (event.clientX - left) / width));
    jump(snapped(track, times, timeAt(track.scale, y1 + part * (y2 - y1)), SNAP));
  };
  slider.addEventListener('pointerdown', (event) => {
    slider.setPointerCapture(event.pointerId);
    follow(event);
  });
  slider.addEventListener('pointermove', (event) => {
    if (slider.hasPointerCapture(event.pointerId)) follow(event);
  });

  find(live.root, '[data-act="back"]').addEventListener('click', step(-1));
  find(live.root, '[data-act="forward"]').addEventListener('click', step(1));
  playButton.addEventListener('click', play);
  return { halt };
}
