/**
 * `<tcp-ladder>`: wakes a figure when the reader comes near it or touches it. Until then nothing
 * but this file is loaded, and the drawing that came with the page stands as it is.
 */
class LadderElement extends HTMLElement {
  #awake = false;

  connectedCallback(): void {
    const near = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        near.disconnect();
        void this.#wake();
      },
      { rootMargin: '400px' },
    );
    near.observe(this);
    for (const touch of ['pointerover', 'focusin'] as const) {
      this.addEventListener(touch, () => void this.#wake(), { once: true, passive: true });
    }
  }

  async #wake(): Promise<void> {
    if (this.#awake) return;
    this.#awake = true;
    const { mountScrubber } = await import('./ladder/scrubber.ts');
    mountScrubber(this);
    this.dataset['ready'] = '';
  }
}

if (!customElements.get('tcp-ladder')) customElements.define('tcp-ladder', LadderElement);
