import { reference } from '#tcp';
import type { Fault } from './fault.ts';

/** close() of the socket world, which shuts both directions. */
export const closingCalls: readonly Fault[] = [
  {
    name: 'unread-text-ignored-at-close',
    says: 'close() with unread text sends a FIN, as if all had been taken.',
    source: 'Behaviour 108; SHLD-3; RFC 2525 §2.17',
    planks: {
      cells: {
        ESTABLISHED: {
          CLOSE: (tcb, _event, act) =>
            reference.cells.ESTABLISHED.CLOSE(tcb, { type: 'CLOSE' }, act),
        },
      },
    },
    killedBy: 'calls/close-with-unread-text-resets.pkt',
  },
  {
    name: 'text-after-close-swallowed',
    says: 'Text that comes after close() is acknowledged and thrown away.',
    source: 'Behaviour 109; MAY-1, SHLD-3',
    planks: {
      checks: {
        text(tcb, seg, act) {
          const { readerGone } = tcb;
          tcb.readerGone = false;
          const verdict = reference.checks.text(tcb, seg, act);
          tcb.readerGone = readerGone;
          return verdict;
        },
      },
    },
    killedBy: 'calls/text-after-close-resets.pkt',
  },
];
