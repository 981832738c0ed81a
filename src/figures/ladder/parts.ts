/** The parts of a figure in the page that come alive. */
export interface Parts {
  readonly slider: HTMLElement;
  readonly sentence: HTMLElement;
  readonly rules: HTMLElement;
  readonly time: HTMLElement;
  readonly lose: HTMLElement;
  readonly restore: HTMLElement;
  readonly status: HTMLElement;
  readonly play: HTMLElement;
  readonly desk: HTMLElement;
}

/** Finds an element. @throws Error if the page has none */
export function find<E extends Element = HTMLElement>(root: Element, selector: string): E {
  const element = root.querySelector<E>(selector);
  if (element === null) throw new Error(`The ladder has no ${selector}.`);
  return element;
}

/** The parts of a figure. @throws Error if one is missing */
export function partsOf(root: Element): Parts {
  return {
    slider: find(root, '[role="slider"]'),
    sentence: find(root, '.ladder-sentence'),
    rules: find(root, '.ladder-rules'),
    time: find(root, '.scrub .time'),
    lose: find(root, '.ladder-lose'),
    restore: find(root, '.restore'),
    status: find(root, '.ladder-status'),
    play: find(root, '[data-act="play"]'),
    desk: find(root, '.ladder-desk'),
  };
}
