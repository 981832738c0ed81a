import type { OtherTcp } from './ladder/other-tcp.ts';
import type { Scrubber } from './ladder/scrubber.ts';
import { whenNear } from './near.ts';

/**
 * `<tcp-ladder>`: wakes a figure when the reader comes near it or touches it. Until then nothing
 * but this file is loaded, and the drawing that came with the page stands as it is.
 */
export class LadderElement extends HTMLElement {
  #awake = false;
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

  async #wake(): Promise<void> {
    if (this.#awake) return;
    this.#awake = true;
    const { mountScrubber } = await import('./ladder/scrubber.ts');
    this.#scrubber = mountScrubber(this);
    await this.#mountSwitch();
    this.dataset['ready'] = '';
  }

  async #mountSwitch(): Promise<void> {
    if (this.#scrubber === null || this.#other === null) return;
    const { mountSwitch } = await import('./ladder/switch.ts');
    mountSwitch(this, this.#scrubber, this.#other);
  }
}

if (!customElements.get('tcp-ladder')) customElements.define('tcp-ladder', LadderElement);
