import { whenTouched } from './near.ts';

/**
 * `<tcp-bytes>`: wakes a figure of octets when the reader touches it, by pointer or by keyboard. Until
 * then nothing but this file is loaded, and what came with the page stands as it is.
 */
export class BytesElement extends HTMLElement {
  #isAwake = false;
  /** What was clicked before the figure could answer. */
  #clicked: HTMLElement | null = null;

  connectedCallback(): void {
    if (this.#isAwake) return;
    // Where the Tab key leads to as long as there are no octets to move over.
    this.querySelector('.bytes-hex')?.setAttribute('tabindex', '0');
    this.addEventListener('click', this.#remember);
    this.addEventListener('submit', keep);
    whenTouched(this, () => void this.#wake());
  }

  #remember = (event: Event): void => {
    this.#clicked = event.target instanceof HTMLElement ? event.target : null;
  };

  async #wake(): Promise<void> {
    if (this.#isAwake) return;
    this.#isAwake = true;
    const [{ mountBytes }, { moreTexts }] = await Promise.all([
      import('./bytes/mount.ts'),
      import('./ladder/texts.ts'),
    ]);
    const texts = await moreTexts('bytes', document.documentElement.lang);
    this.removeEventListener('click', this.#remember);
    this.removeEventListener('submit', keep);
    mountBytes(this, this.#clicked, texts);
    this.dataset['ready'] = '';
  }
}

/** Keeps the page from being left by a form that nobody hears yet. */
function keep(event: Event): void {
  event.preventDefault();
}

if (!customElements.get('tcp-bytes')) customElements.define('tcp-bytes', BytesElement);
