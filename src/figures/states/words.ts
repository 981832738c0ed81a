import type { Translator } from '#text/text.ts';
import { colourWords } from '../ladder/words.ts';
import { EDGES, type Edge } from './edges.ts';

/** An edge of the diagram as a line of a list. */
export interface EdgeLine {
  readonly edge: Edge;
  readonly from: string;
  readonly to: string;
  /** What happens, and what is done, as HTML. */
  readonly text: string;
}

/** The diagram as a list: every transition with its event and what is done. */
export function listStates(t: Translator): readonly EdgeLine[] {
  return EDGES.map((edge) => {
    const event = t(`states.event.${edge.id}`);
    const action = t(`states.action.${edge.id}`);
    return {
      edge,
      from: t(`state.${edge.from}`),
      to: t(`state.${edge.to}`),
      text: colourWords(t('states.line', { event, action })),
    };
  });
}
