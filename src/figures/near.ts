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
