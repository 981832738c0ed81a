import type { State } from '#tcp';

/** The colour of a state: of the event that led to it. */
export function washOf(state: State): string {
  switch (state) {
    case 'SYN-SENT':
    case 'SYN-RECEIVED':
      return 'syn';
    case 'ESTABLISHED':
      return 'data';
    case 'CLOSED':
    case 'LISTEN':
      return 'none';
    case 'TIME-WAIT':
      return 'wait';
    default:
      return 'fin';
  }
}
