import { translator } from '#text/text.ts';
import { type Change, change, presetOf, type Preset, type RingState } from './change.ts';
import { mountControls } from './controls.ts';
import { type Part, PART_OF, PARTS, type RingData } from './data.ts';
import { keyWay, snapped, type Spot } from './drag.ts';
import type { Handle, HandleId } from './handle.ts';
import { numbersIn } from './number.ts';
import { createOverlay, type Grip, type Overlay } from './overlay.ts';
import type { DrawPart } from './part.ts';
import { replaceSvg } from './replace-svg.ts';
import type { Spaces } from './spaces.ts';

/** A figure that is alive. */
export interface RingFigure {
  readonly data: RingData;
  /** Shows other spaces from now on; `said` tells whose they are. */
  show(spaces: Spaces, said: string): void;
}

/** No drawing is narrower or wider, px. */
const LEAST = 288;
const MOST = 720;
/** Sentences wait until a movement pauses, ms. */
const PAUSE = 200;

/** What draws the parts: a figure loads those that it has. */
const DRAWERS: Readonly<Record<Part, () => Promise<DrawPart>>> = {
  spaces: async () => (await import('./spaces-part.ts')).spacesPart(),
  segment: async () => (await import('./segment-part.ts')).segmentPart(),
  compare: async () => (await import('./compare-part.ts')).comparePart(),
};

/** A part in the page. */
interface LivePart {
  readonly name: Part;
  readonly element: HTMLElement;
  readonly draw: DrawPart;
  readonly overlay: Overlay;
}

/** A movement of the pointer, from where it began. */
interface Drag {
  readonly from: Spot;
  readonly state: RingState;
  readonly handle: Handle;
}

/** Brings the figure in the page alive. */
export async function mountRing(root: HTMLElement): Promise<RingFigure> {
  const json = root.querySelector('script[type="application/json"]')?.textContent ?? '{}';
  const data = JSON.parse(json) as RingData;
  const t = translator(data.texts);
  const given = data.state;
  let state: RingState = given;
  let numbers = numbersIn(data.lang, false);
  const handles = new Map<HandleId, Handle>();
  let drag: Drag | null = null;
  let telling: ReturnType<typeof setTimeout> | undefined;

  /** Makes a change, from the state in which a movement began if there is one. */
  const apply = (what: Change, from: RingState = state) => {
    const { state: next, refused } = change(from, what);
    if (next.spaces !== state.spaces) controls.tell(t('ring.changed'));
    state = next;
    if (refused === null) controls.clear();
    else controls.refuse(refused, PART_OF[what.do]);
    show();
  };

  const grip: Grip = {
    down(id, from) {
      const handle = handles.get(id);
      if (handle) drag = { from, state, handle };
    },
    to(spot) {
      if (drag === null) return;
      const { handle, from } = drag;
      const by = handle.measure(from, spot);
      const { rest = 0, home, end } = handle;
      apply(handle.move(rest > 0 ? snapped(by, [home, end], rest) : by), drag.state);
    },
    up() {
      if (drag === null) return;
      drag = null;
      show();
    },
    key(id, event) {
      const handle = handles.get(id);
      const by = handle ? keyWay(event, handle) : null;
      if (handle === undefined || by === null) return false;
      apply(handle.move(by));
      return true;
    },
  };

  const loaded = PARTS.map(async (name): Promise<LivePart | null> => {
    const element = root.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (element === null) return null;
    return { name, element, draw: await DRAWERS[name](), overlay: createOverlay(t, grip) };
  });
  const parts = (await Promise.all(loaded)).filter((part) => part !== null);

  /** Draws a part, lays its handles over it, and returns what it says. */
  const draw = ({ name, element, draw: drawPart, overlay }: LivePart): string => {
    const drawings = [...element.querySelectorAll<HTMLElement>('.drawing')];
    const drawing = drawings.find((each) => each.offsetParent !== null);
    const width = Math.min(MOST, Math.max(LEAST, Math.floor(element.clientWidth)));
    const idPrefix = `${root.closest('figure')?.id ?? 'ring'}-${name}-live`;
    const scene = drawPart(state, { t, numbers, idPrefix, width }, drag?.handle.holds);
    if (drawing) overlay.place(drawing, replaceSvg(drawing, scene.svg), scene.handles);
    for (const handle of scene.handles) handles.set(handle.id, handle);
    const body = element.querySelector('tbody');
    if (body && scene.rows !== null) body.innerHTML = scene.rows;
    return scene.sentence;
  };

  const show = () => {
    handles.clear();
    const said = parts.map((part) => ({ part, sentence: draw(part) }));
    controls.show(state, numbers);
    clearTimeout(telling);
    telling = setTimeout(() => {
      for (const { part, sentence } of said) {
        const place = part.element.querySelector('.ring-sentence');
        if (place && place.textContent !== sentence) place.textContent = sentence;
      }
    }, PAUSE);
  };

  const controls = mountControls(root, t, {
    state: () => state,
    apply,
    hex(isOn) {
      numbers = numbersIn(data.lang, isOn);
      show();
    },
    preset(name: Preset) {
      state = presetOf(name, state, given);
      controls.tell(name === 'given' ? null : t('ring.changed'));
      controls.clear();
      show();
    },
  });

  let width = 0;
  new ResizeObserver(() => {
    if (root.clientWidth === width) return;
    width = root.clientWidth;
    show();
  }).observe(root);
  addEventListener('beforeprint', show);
  show();

  return {
    data,
    show(spaces, said) {
      if (drag !== null) return;
      state = { ...state, spaces };
      controls.clear();
      controls.tell(said);
      show();
    },
  };
}
