import type { Translator } from '#text/text.ts';
import type { LadderElement } from '../ladder-element.ts';
import type { StatesData } from './data.ts';
import type { Edge } from './edge.ts';
import type { Parts } from './parts.ts';
import type { Whereabouts } from './tokens.ts';

/** What can be done with what is picked. */
export interface Acts {
  /** Offers what can be done with an edge, or with a state: then there is no ladder to be shown. */
  offer(isEdge: boolean): void;
  /** Shows a ladder that takes the picked edge. */
  ride(): void;
}

/** Brings the buttons of the panel alive. */
export function mountActs(
  root: HTMLElement,
  { ride, rideButton, seekButton, dropButton, status }: Parts,
  options: {
    readonly data: StatesData;
    readonly t: Translator;
    readonly show: (whereabouts: Whereabouts) => void;
    readonly drop: () => void;
    /** The edge that is picked. */
    readonly edge: () => Edge | null;
  },
): Acts {
  const { data, t, show, drop } = options;
  const follows = root.dataset['follow'];

  const showRide = () => {
    const edge = options.edge();
    if (edge === null) return;
    rideButton.setAttribute('aria-busy', 'true');
    void import('./ride.ts')
      .then(({ mountRide }) =>
        mountRide(ride, edge, { ...data, onMoment: show, onClose: () => rideButton.focus() }),
      )
      .catch(() => {
        status.textContent = t('states.js.failed');
      })
      .finally(() => rideButton.removeAttribute('aria-busy'));
  };

  const seek = () => {
    const edge = options.edge();
    const figure = document.getElementById(follows ?? '');
    const ladder = figure?.querySelector<LadderElement>('tcp-ladder');
    if (edge === null || !ladder) return;
    void ladder.seek({ before: edge.from, after: edge.to }).then((found) => {
      status.textContent = found ? '' : t('states.js.none');
    });
  };

  rideButton.addEventListener('click', showRide);
  seekButton.addEventListener('click', seek);
  dropButton.addEventListener('click', drop);

  return {
    offer(isEdge) {
      status.textContent = '';
      rideButton.hidden = !isEdge;
      seekButton.hidden = !isEdge || follows === undefined;
    },
    ride: showRide,
  };
}
