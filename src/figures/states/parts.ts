/** The parts of a state diagram in a page. */
export interface Parts {
  /** The wide and the narrow drawing. */
  readonly drawings: readonly SVGSVGElement[];
  readonly picked: HTMLElement;
  readonly said: HTMLElement;
  readonly ways: HTMLElement;
  readonly status: HTMLElement;
  readonly rideButton: HTMLElement;
  readonly seekButton: HTMLElement;
  readonly dropButton: HTMLElement;
  readonly ride: HTMLElement;
  readonly switches: readonly HTMLInputElement[];
  /** What `statesJson` wrote. */
  readonly data: string;
}

/** Finds the parts. Throws if one is missing. */
export function partsOf(root: HTMLElement): Parts {
  const find = (selector: string): HTMLElement => {
    const element = root.querySelector<HTMLElement>(selector);
    if (element === null) throw new Error(`The state diagram has no ${selector}.`);
    return element;
  };
  return {
    drawings: [...root.querySelectorAll<SVGSVGElement>('.states-drawings svg')],
    picked: find('.states-picked'),
    said: find('.picked-said'),
    ways: find('.picked-ways'),
    status: find('.picked-status'),
    rideButton: find('[data-act="ride"]'),
    seekButton: find('[data-act="seek"]'),
    dropButton: find('[data-act="drop"]'),
    ride: find('.states-ride'),
    switches: [...root.querySelectorAll<HTMLInputElement>('.states-switches input')],
    data: find('script[type="application/json"]').textContent ?? '',
  };
}
