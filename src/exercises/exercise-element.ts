import { whenNear } from '#figures/near.ts';

/**
 * `<tcp-exercise>`: an exercise. It wakes when a reader comes near it or touches it. Until then nothing
 * but this file is loaded; question and folded answer stand in the page as they are.
 */
export class ExerciseElement extends HTMLElement {
  #isAwake = false;
  /** What was done before the exercise could answer. */
  #clicked: Element | null = null;
  #submitted = false;

  connectedCallback(): void {
    if (this.#isAwake) return;
    this.addEventListener('click', this.#remember);
    this.addEventListener('submit', this.#remember);
    whenNear(this, () => void this.#wake());
  }

  #remember = (event: Event): void => {
    if (event.type === 'submit') {
      event.preventDefault();
      this.#submitted = true;
    } else if (event.target instanceof Element) this.#clicked ??= event.target;
  };

  async #wake(): Promise<void> {
    if (this.#isAwake) return;
    this.#isAwake = true;
    try {
      const { mountExercise } = await import('./live/mount.ts');
      await mountExercise(this, () => {
        this.removeEventListener('click', this.#remember);
        this.removeEventListener('submit', this.#remember);
        return { clicked: this.#clicked, submitted: this.#submitted };
      });
      this.dataset['ready'] = '';
    } catch {
      // Without the network it stays what it is without scripts: a question and its folded answer.
      this.dataset['failed'] = '';
    }
  }
}

if (!customElements.get('tcp-exercise')) customElements.define('tcp-exercise', ExerciseElement);
