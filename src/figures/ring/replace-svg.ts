/**
 * Puts a new drawing in the place of the old one and gives its size. While that stays, only the inside
 * is replaced, so that whoever reads on it does not lose their place.
 */
export function replaceSvg(drawing: HTMLElement, svg: string): readonly [number, number] {
  const template = document.createElement('template');
  template.innerHTML = svg;
  const fresh = template.content.querySelector('svg');
  const old = drawing.querySelector('svg');
  if (fresh === null) old?.remove();
  else if (old === null) drawing.prepend(fresh);
  else if (old.getAttribute('viewBox') !== fresh.getAttribute('viewBox')) old.replaceWith(fresh);
  else {
    for (const part of ['title', '.body']) {
      const [was, is] = [old.querySelector(part), fresh.querySelector(part)];
      if (was && is && was.innerHTML !== is.innerHTML) was.innerHTML = is.innerHTML;
    }
  }
  const [, , width = 1, height = 1] = (fresh?.getAttribute('viewBox') ?? '').split(' ').map(Number);
  return [width, height];
}
