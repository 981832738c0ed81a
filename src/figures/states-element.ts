import { whenNear } from './near.ts';
import type { LadderElement } from './ladder-element.ts';
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
  readonly #onMoment = (event: Event) => this.#follow(event as CustomEvent<Moment>);

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
    this.#live ??= this.#mount();
    return this.#live;
  }

  async #mount(): Promise<LiveStates> {
    const { mountStates } = await import('./states/mount.ts');
    const live = mountStates(this);
    this.dataset['ready'] = '';
    void this.#catchUp();
    return live;
  }

  /** Shows where the caret of the ladder stood before the diagram woke. */
  async #catchUp(): Promise<void> {
    const ladder = this.#led()?.querySelector<LadderElement>('tcp-ladder');
    if (!ladder) return;
    await customElements.whenDefined('tcp-ladder');
    const moment = ladder.moment();
    if (moment !== null) await this.#showMoment(moment);
  }

  /** The figure that is followed. */
  #led(): HTMLElement | null {
    return document.getElementById(this.dataset['follow'] ?? '');
  }

  /** A diagram that is not near yet sleeps on, and asks where the caret is when it wakes. */
  #follow({ target, detail }: CustomEvent<Moment>): void {
    const isLed = target instanceof Node && this.#led()?.contains(target) === true;
    if (isLed && this.#live !== null) void this.#showMoment(detail);
  }

  async #showMoment({ states, trace, t }: Moment): Promise<void> {
    const { pathTaken } = await import('./states/path.ts');
    await this.show({ hosts: states, path: pathTaken(trace, t) });
  }
}

if (!customElements.get('tcp-states')) customElements.define('tcp-states', StatesElement);
