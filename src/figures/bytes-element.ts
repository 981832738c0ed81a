import { whenNear } from './near.ts';

/**
 * `<tcp-bytes>`: wakes a figure of octets when the reader comes near it or touches it. Until then
 * nothing but this file is loaded, and what came with the page stands as it is.
 */
export class BytesElement extends HTMLElement {
  #isAwake = false;

  connectedCallback(): void {
    whenNear(this, () => void this.#wake());
  }

  async #wake(): Promise<void> {
    if (this.#isAwake) return;
    this.#isAwake = true;
    const { mountBytes } = await import('./bytes/mount.ts');
    mountBytes(this);
    this.dataset['ready'] = '';
  }
}

if (!customElements.get('tcp-bytes')) customElements.define('tcp-bytes', BytesElement);
