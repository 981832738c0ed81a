import { whenNear } from './near.ts';
import type { Moment } from './ladder/moment.ts';
import type { RingFigure } from './ring/mount.ts';

/**
 * `<tcp-ring>`: wakes a sequence ring when the reader comes near it or touches it, and lets it show
 * the numbers of a host (`data-host`) at the caret of a ladder (`data-follow`, the id of that figure).
 * Until then nothing but this file is loaded, and the drawings that came with the page stand as they are.
 */
export class RingElement extends HTMLElement {
  #live: Promise<RingFigure> | null = null;
  #turn = 0;
  readonly #onMoment = (event: Event) => void this.#follow(event as CustomEvent<Moment>);

  connectedCallback(): void {
    whenNear(this, () => void this.#wake());
    if (this.dataset['follow']) document.addEventListener('tcp-moment', this.#onMoment);
  }

  disconnectedCallback(): void {
    document.removeEventListener('tcp-moment', this.#onMoment);
  }

  #wake(): Promise<RingFigure> {
    this.#live ??= import('./ring/mount.ts').then(async ({ mountRing }) => {
      const live = await mountRing(this);
      this.dataset['ready'] = '';
      return live;
    });
    return this.#live;
  }

  async #follow({ target, detail }: CustomEvent<Moment>): Promise<void> {
    const figure = document.getElementById(this.dataset['follow'] ?? '');
    if (figure === null || !(target instanceof Node) || !figure.contains(target)) return;
    const turn = ++this.#turn;
    const [live, { showMoment }] = await Promise.all([this.#wake(), import('./ring/follow.ts')]);
    // Of several moments that came while the code was loading, only the last one counts.
    if (turn === this.#turn) showMoment(live, this.dataset['host'] ?? '', detail);
  }
}

if (!customElements.get('tcp-ring')) customElements.define('tcp-ring', RingElement);
