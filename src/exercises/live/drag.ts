/**
 * Lets an item of a list be dragged by its grip. `move` takes it one place up (−1) or down (1) and says
 * whether it went.
 */
export function dragBy(
  grip: HTMLElement | null,
  item: HTMLElement,
  move: (item: HTMLElement, by: number) => boolean,
): void {
  if (grip === null) return;
  const middle = (element: Element | null) => {
    const box = element?.getBoundingClientRect();
    return box === undefined ? null : box.top + box.height / 2;
  };
  const follow = ({ clientY }: PointerEvent) => {
    const above = middle(item.previousElementSibling);
    const below = middle(item.nextElementSibling);
    if (above !== null && clientY < above) move(item, -1);
    else if (below !== null && clientY > below) move(item, 1);
  };
  grip.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    grip.setPointerCapture(event.pointerId);
    item.classList.add('dragged');
    grip.addEventListener('pointermove', follow);
  });
  grip.addEventListener('lostpointercapture', () => {
    item.classList.remove('dragged');
    grip.removeEventListener('pointermove', follow);
  });
}
