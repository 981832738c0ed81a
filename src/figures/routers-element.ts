import { whenNear } from './near.ts';

/**
 * `<tcp-routers>`: wakes a figure when the reader comes near it or touches it. Until then nothing
 * but this file is loaded, and what came with the page stands as it is.
 */
export class RoutersElement extends HTMLElement {
  connectedCallback(): void {
    whenNear(this, () => void this.#wake());
  }

  async #wake(): Promise<void> {
    const { mountRouters } = await import('./routers/mount.ts');
    mountRouters(this);
    this.dataset['ready'] = '';
  }
}

if (!customElements.get('tcp-routers')) customElements.define('tcp-routers', RoutersElement);
