import { translator } from '#text/text.ts';
import { type Change, change, presetOf, type Preset, type RingState } from './change.ts';
import { numberOf, type Point } from './compare.ts';
import { DIAL } from './compare-draw.ts';
import { PART_OF, type RingData } from './data.ts';
import type { RingOptions } from './draw.ts';
import { alongStrip, aroundCircle, keyWay, type Measure, snapped } from './drag.ts';
import { dialHandles, type Handle, type HandleId, ringHandles, segmentHandles } from './handles.ts';
import { mountControls } from './controls.ts';
import type { RingLayout, Views } from './layout.ts';
import { numbersIn } from './number.ts';
import { createOverlay, type Grip, type Overlay } from './overlay.ts';
import { replaceSvg } from './replace-svg.ts';
import type { SegmentViews } from './segment-layout.ts';
import { compareScene, type SegmentScene, segmentScene, spacesScene } from './scenes.ts';
import { HALF, RING, sideOf, type Spaces } from './spaces.ts';

/** A figure that is alive. */
export interface RingFigure {
  readonly data: RingData;
  /** Shows other spaces from now on; `said` tells whose they are. */
  show(spaces: Spaces, said: string): void;
}

/** No drawing is narrower or wider, px. */
const LEAST = 288;
const MOST = 720;
/** How near to half a ring, or to the other number, a dragged number rests on it: 2 px of the dial. */
const REST = Math.round((2 / (2 * Math.PI * DIAL.r)) * RING);
/** Sentences wait until a movement pauses, ms. */
const PAUSE = 200;

/** A part of the figure as it is to be shown. */
interface Scene {
  readonly svg: string;
  readonly rows?: string;
  readonly sentence: string;
  readonly handles: readonly Handle[];
}

/** A movement of the pointer, from where it began. */
interface Drag {
  readonly from: readonly [number, number];
  readonly state: RingState;
  readonly measure: Measure;
  /** The lenses keep still. */
  readonly holds: boolean;
}

/** Brings the figure in the page alive. */
export function mountRing(root: HTMLElement): RingFigure {
  const json = root.querySelector('script[type="application/json"]')?.textContent ?? '{}';
  const data = JSON.parse(json) as RingData;
  const t = translator(data.texts);
  const given = data.state;
  let state: RingState = given;
  let numbers = numbersIn(data.lang, false);
  let views: Views | undefined;
  let segmentViews: SegmentViews | null = null;
  let ring: RingLayout | null = null;
  let segment: SegmentScene | null = null;
  let handles = new Map<HandleId, Handle>();
  let drag: Drag | null = null;
  let telling: ReturnType<typeof setTimeout> | undefined;

  const part = (name: string) => root.querySelector<HTMLElement>(`[data-part="${name}"]`);
  const drawingOf = (of: HTMLElement) =>
    [...of.querySelectorAll<HTMLElement>('.drawing')].find((each) => each.offsetParent !== null);

  const measureOf = (id: HandleId): Measure => {
    if (id === 'carrySnd' || id === 'carryRcv') return aroundCircle(ring?.circle ?? DIAL);
    if (id === 'own') return aroundCircle(DIAL);
    const isSegment = id === 'segSeq' || id === 'segEnd';
    const lens = isSegment ? null : ring?.lenses[sideOf(id)];
    const view = isSegment ? segment?.views?.near : lens?.view;
    const across = isSegment ? segment?.layout?.across : lens?.across;
    return alongStrip(view?.span ?? 1, across?.width ?? 1);
  };

  /** Makes a change, from the state in which a movement began if there is one. */
  const apply = (what: Change, from: RingState = state): boolean => {
    const { state: next, refused } = change(from, what);
    if (next.spaces !== state.spaces) controls.tell(t('ring.changed'));
    state = next;
    if (refused === null) controls.clear();
    else controls.refuse(refused, PART_OF[what.do]);
    show();
    return refused === null;
  };

  const grip: Grip = {
    down(id, from) {
      const holds = id !== 'carrySnd' && id !== 'carryRcv';
      drag = { from, state, measure: measureOf(id), holds };
    },
    to(id, spot) {
      const handle = handles.get(id);
      if (drag === null || handle === undefined) return;
      const by = drag.measure(drag.from, spot);
      apply(rested(startOf(id, drag.state, by)), drag.state);
    },
    up() {
      if (drag === null) return;
      drag = null;
      show();
    },
    key(id, event) {
      const handle = handles.get(id);
      const by = handle && keyWay(event, handle);
      if (handle === undefined || by === null || by === undefined) return false;
      apply(handle.move(by));
      return true;
    },
  };

  /** The change that moves a handle by so many numbers from the state in which it was taken. */
  const startOf = (id: HandleId, from: RingState, by: number): Change => {
    const speech = { t, numbers };
    const all = [
      ...(ring ? ringHandles(ring, from, speech) : []),
      ...(segment?.layout ? segmentHandles(segment.layout, from, speech) : []),
      ...dialHandles(from, speech),
    ];
    return all.find((each) => each.id === id)?.move(by) ?? { do: 'own', to: from.own };
  };

  const rested = (what: Change): Change => {
    if (what.do !== 'own') return what;
    const other: Point = state.a === 'own' ? state.b : state.a;
    const from = numberOf(other, state) ?? 0;
    return { do: 'own', to: snapped(what.to, [from, (from + HALF) % RING], REST) >>> 0 };
  };

  const overlays: Record<string, Overlay> = {
    spaces: createOverlay(t, grip),
    segment: createOverlay(t, grip),
    compare: createOverlay(t, grip),
  };

  const tell = (of: HTMLElement, sentence: string) => {
    const place = of.querySelector('.ring-sentence');
    if (place && place.textContent !== sentence) place.textContent = sentence;
  };

  /** Draws what of a part is shown, and lays its handles over it. */
  const draw = (name: string, scene: (options: RingOptions) => Scene): (() => void) => {
    const of = part(name);
    const drawing = of && drawingOf(of);
    if (!of || !drawing) return () => undefined;
    const width = Math.min(MOST, Math.max(LEAST, Math.floor(of.clientWidth)));
    const idPrefix = `${root.closest('figure')?.id ?? 'ring'}-${name}-live`;
    const { svg, rows, sentence, handles: taken } = scene({ t, numbers, idPrefix, width });
    const box = replaceSvg(drawing, svg);
    overlays[name]?.place(drawing, box, taken);
    for (const handle of taken) handles.set(handle.id, handle);
    const body = of.querySelector('tbody');
    if (body && rows !== undefined) body.innerHTML = rows;
    return () => tell(of, sentence);
  };

  const show = () => {
    handles = new Map();
    // While a mark is held its lens keeps still: else it would run away from the pointer.
    const isHeld = drag?.holds === true;
    const said = [
      draw('spaces', (options) => {
        const scene = spacesScene(state, options, views, isHeld);
        views = scene.views;
        ring = scene.layout;
        return { ...scene, handles: ringHandles(scene.layout, state, options) };
      }),
      draw('segment', (options) => {
        const scene = segmentScene(state, options, segmentViews, isHeld);
        segment = scene;
        segmentViews = scene.views;
        const taken = scene.layout ? segmentHandles(scene.layout, state, options) : [];
        return { ...scene, handles: taken };
      }),
      draw('compare', (options) => ({
        ...compareScene(state, options),
        handles: dialHandles(state, options),
      })),
    ];
    controls.show(state, numbers);
    clearTimeout(telling);
    telling = setTimeout(() => said.forEach((each) => each()), PAUSE);
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
