import { whenNear } from './near.ts';
import type { Moment } from './ladder/moment.ts';
import type { LiveStates } from './states/mount.ts';
import type { Whereabouts } from './states/tokens.ts';

/**
 * `<tcp-states>`: wakes a state diagram when the reader comes near it or touches it, and lets it
 * follow the caret of a ladder (`data-follow`, the id of that figure).
 */
export class StatesElement extends HTMLElement {
  #live: Promise<LiveStates> | null = null;
  #turn = 0;
  readonly #onMoment = (event: Event) => void this.#follow(event as CustomEvent<Moment>);

  connectedCallback(): void {
    whenNear(this, () => void this.#wake());
    if (this.dataset['follow']) document.addEventListener('tcp-moment', this.#onMoment);
  }

  disconnectedCallback(): void {
    document.removeEventListener('tcp-moment', this.#onMoment);
  }

  /** Shows where hosts are, and by which edges they came. */
  async show(whereabouts: Whereabouts): Promise<void> {
    const turn = ++this.#turn;
    const live = await this.#wake();
    // Of several moments that came while the code was loading, only the last one counts.
    if (turn === this.#turn) live.show(whereabouts);
  }

  #wake(): Promise<LiveStates> {
    this.#live ??= import('./states/mount.ts').then(({ mountStates }) => {
      const live = mountStates(this);
      this.dataset['ready'] = '';
      return live;
    });
    return this.#live;
  }

  async #follow({ target, detail }: CustomEvent<Moment>): Promise<void> {
    const figure = document.getElementById(this.dataset['follow'] ?? '');
    if (figure === null || !(target instanceof Node) || !figure.contains(target)) return;
    const { pathTaken } = await import('./states/path.ts');
    await this.show({ hosts: detail.states, path: pathTaken(detail.trace, detail.t) });
  }
}

if (!customElements.get('tcp-states')) customElements.define('tcp-states', StatesElement);
