import { translator } from '#text/text.ts';
import { storyHtml } from './all.ts';
import { routersFromJson } from './data.ts';
import { waySvg } from './draw.ts';
import { layoutWay } from './layout.ts';
import { inkWay, stepHtml } from './show.ts';
import { stepAtNode, stepOfEnd, stepsOf } from './steps.ts';
import type { Story } from './story.ts';
import { type Settings, ttlStops } from './vary.ts';
import { placeWords } from './words.ts';

const WIDTHS = ['wide', 'narrow'] as const;

/** How long a step is shown while it plays, ms. */
const REST = 1800;

/** Brings a figure in the page alive: steps along the way, the TTL, the NAT. */
export function mountRouters(root: HTMLElement): void {
  const find = <E extends Element = HTMLElement>(selector: string): E => {
    const element = root.querySelector<E>(selector);
    if (element === null) throw new Error(`The figure has no ${selector}.`);
    return element;
  };
  const json = find('script[type="application/json"]').textContent ?? '';
  const { scenario, texts, ...first } = routersFromJson(json);
  const t = translator(texts);
  const way = find<HTMLInputElement>('.way-slider');
  const ttl = find<HTMLInputElement>('.ttl-slider');
  const nat = root.querySelector<HTMLElement>('.nat-switch');
  const playButton = find('[data-act="play"]');
  const [sentence, status] = [find('.routers-sentence'), find('[role="status"]')];
  const stops = ttlStops(first.story.nodes.length - 2);

  let { story, settings } = first;
  let layouts = layoutsOf(story);
  let place = 0;
  let walk: ReturnType<typeof setInterval> | undefined;
  let turn = 0;

  function layoutsOf(of: Story) {
    return { wide: layoutWay(of, 'wide', t), narrow: layoutWay(of, 'narrow', t) };
  }

  const show = (to: number) => {
    const steps = stepsOf(story);
    place = Math.min(steps.length - 1, Math.max(0, to));
    const step = steps[place] ?? { kind: 'all' };
    way.max = String(steps.length - 1);
    way.value = String(place);
    way.setAttribute('aria-valuetext', placeWords(story, step, t));
    way.style.setProperty('--steps', String(Math.max(1, steps.length - 1)));
    find('.way-place').textContent = placeWords(story, step, t);
    const html = stepHtml(story, step, t);
    if (sentence.innerHTML !== html.sentence) sentence.innerHTML = html.sentence;
    find('.routers-table').innerHTML = html.table;
    find('.routers-octets').innerHTML = html.octets;
    for (const width of WIDTHS) {
      inkWay(find<SVGSVGElement>(`.drawing.${width} svg`), layouts[width], story, place);
    }
  };

  const pause = () => {
    clearInterval(walk);
    walk = undefined;
    playButton.removeAttribute('data-playing');
    playButton.setAttribute('aria-label', t('routers.play'));
  };

  const jump = (to: number) => {
    pause();
    root.dataset['moved'] = '';
    show(to);
  };

  const play = () => {
    if (walk !== undefined) return pause();
    playButton.setAttribute('data-playing', '');
    playButton.setAttribute('aria-label', t('routers.pause'));
    const last = () => stepsOf(story).length - 1;
    show(place >= last() ? 1 : place + 1);
    walk = setInterval(() => {
      if (place >= last()) pause();
      else show(place + 1);
    }, REST);
  };

  /** The step that a change is about: where the packet ends, or where the NAT is. */
  const stepOfChange = (before: Settings): number => {
    const node = scenario.network?.nats?.[0]?.name;
    return before.nat !== settings.nat && node !== undefined
      ? stepAtNode(story, node)
      : stepOfEnd(story);
  };

  const showSettings = () => {
    ttl.value = String(Math.max(0, stops.indexOf(settings.ttl)));
    ttl.setAttribute('aria-valuetext', t('routers.ttl.short', { n: settings.ttl }));
    find('.ttl-value').textContent = String(settings.ttl);
    nat?.setAttribute('aria-checked', String(settings.nat));
  };

  /** Plays it with other settings. The latest wish counts. */
  const change = async (wanted: Partial<Settings>) => {
    pause();
    const mine = ++turn;
    const before = settings;
    settings = { ...settings, ...wanted };
    showSettings();
    try {
      const { playStory } = await import('./play.ts');
      if (mine !== turn) return;
      story = playStory(scenario, settings);
      layouts = layoutsOf(story);
      for (const width of WIDTHS) {
        const drawing = find(`.drawing.${width}`);
        const old = drawing.querySelector('title');
        const idPrefix = old?.id.replace(/-title$/, '') ?? width;
        const title = old?.textContent ?? '';
        drawing.innerHTML = waySvg(story, { t, width, title, idPrefix });
      }
      find('.routers-now').innerHTML = storyHtml(story, t);
      status.textContent = '';
      jump(stepOfChange(before));
    } catch {
      if (mine !== turn) return;
      settings = before;
      showSettings();
      status.textContent = t('routers.failed');
    }
  };

  way.addEventListener('input', () => jump(Number(way.value)));
  ttl.addEventListener('input', () => void change({ ttl: stops[Number(ttl.value)] ?? 1 }));
  nat?.addEventListener('click', () => void change({ nat: !settings.nat }));
  find('[data-act="back"]').addEventListener('click', () => jump(place - 1));
  find('[data-act="forward"]').addEventListener('click', () => jump(place + 1));
  playButton.addEventListener('click', play);
  root.addEventListener('click', (event) => {
    const part = (event.target as Element).closest<SVGElement>('svg [data-place]');
    if (part !== null) jump(Number(part.dataset['place']));
  });
  // On paper all of the way is in ink.
  let left = 0;
  addEventListener('beforeprint', () => {
    left = place;
    jump(0);
  });
  addEventListener('afterprint', () => show(left));
  showSettings();
  show(0);
}
