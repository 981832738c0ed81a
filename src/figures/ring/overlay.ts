import type { Translator } from '#text/text.ts';
import type { Spot } from './drag.ts';
import type { Handle, HandleId } from './handle.ts';

/** What happens to a handle. Spots are px of the drawing. */
export interface Grip {
  down(id: HandleId, spot: Spot): void;
  to(spot: Spot): void;
  up(): void;
  /** Returns whether the key did anything. */
  key(id: HandleId, event: KeyboardEvent): boolean;
}

/** The sliders that lie over a drawing. They stay the same elements, so that the focus stays. */
export interface Overlay {
  /** Puts them where the handles are, over the drawing that is shown. */
  place(drawing: HTMLElement, size: readonly [number, number], handles: readonly Handle[]): void;
}

/** An overlay without sliders yet; `grip` hears what is done to them. */
export function createOverlay(t: Translator, grip: Grip): Overlay {
  const layer = document.createElement('div');
  layer.className = 'ring-handles';
  const known = new Map<HandleId, HTMLElement>();
  let width = 1;

  const spotOf = ({ clientX, clientY }: PointerEvent): Spot => {
    const box = layer.getBoundingClientRect();
    const scale = width / (box.width || 1);
    return [(clientX - box.left) * scale, (clientY - box.top) * scale];
  };

  const create = (id: HandleId): HTMLElement => {
    const element = document.createElement('div');
    element.className = `ring-handle ${id}`;
    element.tabIndex = 0;
    element.setAttribute('role', 'slider');
    element.setAttribute('aria-label', t(`ring.handle.${id}`));
    element.setAttribute('aria-valuemin', '0');
    element.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return;
      element.setPointerCapture(event.pointerId);
      element.focus({ preventScroll: true });
      event.preventDefault();
      grip.down(id, spotOf(event));
    });
    element.addEventListener('pointermove', (event) => {
      if (element.hasPointerCapture(event.pointerId)) grip.to(spotOf(event));
    });
    for (const end of ['pointerup', 'pointercancel'] as const) {
      element.addEventListener(end, () => grip.up());
    }
    element.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (grip.key(id, event)) event.preventDefault();
    });
    known.set(id, element);
    return element;
  };

  return {
    place(drawing, [w, h], handles) {
      width = w;
      // Moving an element in the page takes the focus from it: only where it has to be.
      if (layer.parentElement !== drawing) drawing.append(layer);
      const shown = new Set(handles.map(({ id }) => id));
      for (const [id, element] of known) element.hidden = !shown.has(id);
      for (const handle of handles) {
        const element = known.get(handle.id) ?? create(handle.id);
        if (element.parentElement !== layer) layer.append(element);
        const part = (n: number, of: number) => `${Math.round((n / of) * 1e5) / 1e3}%`;
        element.style.left = part(handle.x, w);
        element.style.top = part(handle.y, h);
        element.style.width = `${handle.width}px`;
        element.style.height = `${handle.height}px`;
        element.setAttribute('aria-valuemax', String(handle.max));
        element.setAttribute('aria-valuenow', String(handle.now));
        element.setAttribute('aria-valuetext', handle.text);
      }
    },
  };
}
