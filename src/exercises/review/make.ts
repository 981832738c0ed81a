/** An element with what stands in it. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.append(...content);
  return element;
}

/** A button that does something. */
export function button(text: string, className: string, press: () => void): HTMLButtonElement {
  const element = make('button', className, text);
  element.type = 'button';
  element.addEventListener('click', press);
  return element;
}

/** A link to another page. */
export function link(text: string, href: string): HTMLAnchorElement {
  const element = make('a', '', text);
  element.href = href;
  return element;
}
