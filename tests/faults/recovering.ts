import { add, leq, reference, type Unacked } from '#tcp';
import type { Fault } from './fault.ts';

const sendAgain = reference.timeouts.RETRANSMISSION;
const { ack, text } = reference.steps.ESTABLISHED;

const endOf = ({ seq, data }: Unacked): number => add(seq, data.length);

/** What follows after something was sent again. */
export const recovering: readonly Fault[] = [
  {
    name: 'one-segment-per-timeout',
    says: 'When several segments were lost each has to wait for a timeout of its own.',
    source: 'RFC 6582 §3.2',
    planks: {
      timeouts: {
        RETRANSMISSION(tcb, event, act) {
          sendAgain(tcb, event, act);
          tcb.recover = null;
        },
      },
    },
    killedBy: 'timers/partial-ack-sends-the-next-again.pkt',
  },
  {
    name: 'sent-again-after-recovery',
    says: 'Long after all that was lost has come through, every ACK still has text sent again.',
    source: 'RFC 6582 §3.2',
    planks: {
      established: {
        text,
        ack(tcb, seg, act) {
          tcb.recover = add(tcb.snd.nxt, 1);
          return ack(tcb, seg, act);
        },
      },
    },
    killedBy: 'timers/new-ack-starts-the-timer-anew.pkt',
  },
  {
    name: 'round-trip-behind-a-hole-measured',
    says: 'The round trip is measured on a segment whose ACK had to wait for one that was lost.',
    source: 'Behaviour 136; MUST-18; RFC 6298 §3',
    planks: {
      established: {
        text,
        ack(tcb, seg, act) {
          // As if of all that this acknowledges only the last counted.
          tcb.rtx = tcb.rtx.map((entry, index) => {
            const next = tcb.rtx[index + 1];
            const isBefore = next !== undefined && leq(endOf(next), seg.ack);
            return isBefore ? { ...entry, again: 0 } : entry;
          });
          return ack(tcb, seg, act);
        },
      },
    },
    killedBy: 'timers/round-trip-behind-a-hole-is-not-measured.pkt',
  },
  {
    name: 'patience-from-the-first-sending',
    says: 'A segment is given up by its age although the peer acknowledged others meanwhile.',
    source: 'SHLD-11, MUST-20; RFC 9293 §3.8.3',
    planks: {
      timeouts: {
        RETRANSMISSION(tcb, event, act) {
          tcb.progressAt = Number.NEGATIVE_INFINITY;
          sendAgain(tcb, event, act);
        },
      },
    },
    killedBy: 'timers/patience-counts-from-the-latest-progress.pkt',
  },
];
