/** How near to the viewport a figure wakes. */
const NEAR = '400px';

/** What a reader does to a figure before it is seen, by mouse, finger or keyboard. */
const TOUCHES = ['pointerover', 'focusin'] as const;

/**
 * Calls `wake` once: when the element comes within 400 px of the viewport, when a pointer is over it,
 * or when the focus enters it, whichever comes first. Until then a figure needs none of its code.
 */
export function whenNear(element: Element, wake: () => void): void {
  const once = () => {
    near.disconnect();
    for (const touch of TOUCHES) element.removeEventListener(touch, once);
    wake();
  };
  const near = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) once();
    },
    { rootMargin: NEAR },
  );
  near.observe(element);
  for (const touch of TOUCHES) element.addEventListener(touch, once, { passive: true });
}

/**
 * Calls `wake` once, when a pointer is over the element or the focus enters it: for a figure that is
 * whole as it stands, and needs its code only for what a reader does with it.
 */
export function whenTouched(element: Element, wake: () => void): void {
  const once = () => {
    for (const touch of TOUCHES) element.removeEventListener(touch, once);
    wake();
  };
  for (const touch of TOUCHES) element.addEventListener(touch, once, { passive: true });
}
