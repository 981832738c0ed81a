import type { OtherTcp } from './ladder/other-tcp.ts';
import type { Moment, Sought } from './ladder/moment.ts';
import type { Scrubber } from './ladder/scrubber.ts';
import { whenNear } from './near.ts';

/**
 * `<tcp-ladder>`: wakes a figure when the reader comes near it or touches it. Until then nothing
 * but this file is loaded, and the drawing that came with the page stands as it is.
 */
export class LadderElement extends HTMLElement {
  #awake: Promise<Scrubber> | null = null;
  #scrubber: Scrubber | null = null;
  #other: OtherTcp | null = null;

  connectedCallback(): void {
    whenNear(this, () => void this.#wake());
  }

  /** Lets the reader have the figure played by another TCP. A later offer takes the place of this one. */
  offer(other: OtherTcp): void {
    this.#other = other;
    void this.#mountSwitch();
  }

  /** Where the caret stands; `null` as long as the figure sleeps, or shows its whole run in ink. */
  moment(): Moment | null {
    return this.#scrubber?.moment() ?? null;
  }

  /**
   * Puts the caret to a time (ms), or to where a change of state happens next. `false`: it never
   * happens in this figure. Wakes the figure.
   */
  async seek(to: number | Sought): Promise<boolean> {
    return (await this.#wake()).seek(to);
  }

  #wake(): Promise<Scrubber> {
    this.#awake ??= this.#mount();
    return this.#awake;
  }

  async #mount(): Promise<Scrubber> {
    const { mountScrubber } = await import('./ladder/scrubber.ts');
    const scrubber = mountScrubber(this);
    this.#scrubber = scrubber;
    await this.#mountSwitch();
    this.dataset['ready'] = '';
    return scrubber;
  }

  async #mountSwitch(): Promise<void> {
    if (this.#scrubber === null || this.#other === null) return;
    const { mountSwitch } = await import('./ladder/switch.ts');
    mountSwitch(this, this.#scrubber, this.#other);
  }
}

if (!customElements.get('tcp-ladder')) customElements.define('tcp-ladder', LadderElement);
