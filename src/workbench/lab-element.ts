import { url } from 'virtual:workbench';

/** A lab in a page: a text until somebody presses *Open the editor*. */
class LabElement extends HTMLElement {
  #tries = 0;
  /** On its way, or there: the other button must not open a second one. */
  #isOpen = false;

  connectedCallback(): void {
    const buttons = this.querySelectorAll<HTMLButtonElement>('[data-open]');
    for (const button of buttons) {
      button.addEventListener('click', () => void this.#open(button));
    }
    // Who follows a link to a case wants to see it. Opening runs nothing.
    const follow = () => {
      if (!location.hash.startsWith('#case=')) return;
      if (buttons[0]) void this.#open(buttons[0]);
    };
    if (!this.classList.contains('page')) return;
    follow();
    addEventListener('hashchange', follow);
  }

  async #open(button: HTMLButtonElement): Promise<void> {
    if (this.#isOpen) return;
    this.#isOpen = true;
    button.ariaDisabled = 'true';
    this.#say('opening');
    try {
      await this.#bring();
      // A browser may remember that a module failed, so a second try has another address.
      const address = this.#tries++ === 0 ? url : `${url}?try=${String(this.#tries)}`;
      const { open } = (await import(/* @vite-ignore */ address)) as typeof import('./entry.ts');
      await open(this, button.dataset.open === 'light' ? 'light' : null);
      this.#say(null);
    } catch (error) {
      console.error(error);
      this.#isOpen = false;
      this.#say('failed');
    } finally {
      button.ariaDisabled = null;
    }
  }

  /** What a chapter leaves to the lab's own page. */
  async #bring(): Promise<void> {
    const { from } = this.dataset;
    if (from === undefined || this.querySelector('[data-lab-data]') !== null) return;
    const { bringLab } = await import('./lab-parts.ts');
    await bringLab(this, from);
  }

  /** Shows one of the texts that stand ready in the page, or none. */
  #say(which: 'opening' | 'failed' | null): void {
    for (const text of this.querySelectorAll<HTMLElement>('[data-say]')) {
      text.hidden = text.dataset.say !== which;
    }
  }
}

customElements.define('lab-bench', LabElement);
