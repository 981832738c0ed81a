import { runScenario } from '#scenario/run.ts';
import { translator, type Messages, type Translator } from '#text/text.ts';
import { statesAt } from '#trace/states-at.ts';
import { ladderSvg } from '../ladder/ladder.ts';
import { eventTimes } from '../ladder/layout.ts';
import { listHtml, listLadder } from '../ladder/list.ts';
import { readScore } from '../ladder/score.ts';
import { escapeText } from '../ladder/svg.ts';
import { moreTexts } from '../ladder/texts.ts';
import { duration } from '../ladder/time.ts';
import { colourWords } from '../ladder/colour-words.ts';
import { sentenceAt } from '../ladder/words.ts';
import type { StatesData } from './data.ts';
import type { Edge } from './edge.ts';
import { pathTaken } from './path.ts';
import { rideAlong } from './rides.ts';
import type { Whereabouts } from './tokens.ts';

/** No ladder is drawn wider or narrower, px. */
const WIDEST = 600;
const LEAST = 280;

/**
 * Shows a ladder in which somebody goes along an edge, with a slider that stands where that happens.
 * Loaded, with the engine, when a reader first asks for one.
 */
export async function mountRide(
  root: HTMLElement,
  edge: Edge,
  options: StatesData & {
    /** Hears where the hosts are whenever the slider moves. */
    readonly onMoment: (whereabouts: Whereabouts) => void;
    readonly onClose: () => void;
  },
): Promise<void> {
  const parts = (['ladder', 'host', 'state', 'rule'] as const).map((part) =>
    moreTexts(part, options.lang),
  );
  const texts: Messages = Object.assign({}, options.texts, ...(await Promise.all(parts)));
  const t = translator(texts);
  const trace = runScenario(rideAlong(edge.id));
  const score = readScore(trace);
  const times = eventTimes(trace, score);
  const taken = pathTaken(trace).find((one) => one.edge === edge.id);
  if (taken === undefined) throw new Error(`Nobody takes the edge ${edge.id}.`);
  const marks = [{ host: taken.host, n: taken.n }];
  const title = t('states.ride', { from: t(`state.${edge.from}`), to: t(`state.${edge.to}`) });

  root.hidden = false;
  root.innerHTML = rideHtml(title, times.length - 1, listHtml(listLadder(trace, t)), t);
  const drawing = root.querySelector<HTMLElement>('.ride-drawing');
  const slider = root.querySelector('input');
  const [output, sentence] = [root.querySelector('output'), root.querySelector('.ladder-sentence')];
  if (!drawing || !slider || !output || !sentence) return;

  const idPrefix = `${root.closest('figure')?.id ?? 'states'}-ride`;
  const now = () => times[Number(slider.value)] ?? taken.t;
  const room = () => Math.max(LEAST, Math.min(WIDEST, Math.floor(drawing.clientWidth)));
  let width = room();
  const draw = () => {
    drawing.innerHTML = ladderSvg(trace, { t, width, idPrefix, title, now: now(), marks });
  };
  const move = () => {
    const said = duration(Math.round(now()), t);
    output.textContent = said;
    slider.setAttribute('aria-valuetext', said);
    sentence.innerHTML = colourWords(sentenceAt(trace, score, now(), t));
    options.onMoment({ hosts: statesAt(trace, now()), path: pathTaken(trace, now()) });
    draw();
  };
  const fit = new ResizeObserver(() => {
    if (room() === width) return;
    width = room();
    draw();
  });
  slider.value = String(times.findIndex((time) => time >= taken.t));
  slider.addEventListener('input', move);
  const close = root.querySelector('button');
  root.onkeydown = ({ key }) => {
    if (key === 'Escape') close?.click();
  };
  close?.addEventListener('click', () => {
    fit.disconnect();
    root.hidden = true;
    root.innerHTML = '';
    options.onMoment({ hosts: {}, path: [] });
    options.onClose();
  });
  move();
  fit.observe(drawing);
  slider.focus({ preventScroll: true });
  root.scrollIntoView({ block: 'nearest' });
}

function rideHtml(title: string, last: number, list: string, t: Translator): string {
  const say = (key: string) => escapeText(t(key));
  return `<div class="fighead"><span>${escapeText(title)}</span><button type="button" class="b s" data-act="close">${say('states.ride.close')}</button></div>
<div class="ride-drawing"></div>
<div class="ride-scrub"><input type="range" min="0" max="${last}" step="1" aria-label="${say('ladder.slider')}"><output></output></div>
<p class="ladder-sentence" aria-live="polite"></p>
<details class="ladder-list"><summary>${say('ladder.text')}</summary><ol>${list}</ol></details>`;
}
