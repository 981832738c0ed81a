import type { Edge } from './edge.ts';
import type { Place } from './forms.ts';

/** Is an edge drawn from box to box? All others are pins. */
export const isLine = ({ group }: Edge): boolean => group === 'figure' || group === 'note2';

/** The box that an edge leads to: the end of a life leads to the lower CLOSED. */
export function target({ from, to, group }: Edge): Place {
  const isEnd = group !== 'figure' || from === 'LAST-ACK' || from === 'TIME-WAIT';
  return to === 'CLOSED' && isEnd ? 'CLOSED again' : to;
}
