import { add, reference, RFC9293, type Handler, type Tcb, type Unacked } from '#tcp';
import type { Fault } from './fault.ts';

const { measure, patience } = reference.functions;
const sendAgain = reference.timeouts.RETRANSMISSION;

/** The retransmission timer expires, with the oldest segment changed beforehand. */
function resending(change: (front: Unacked, tcb: Tcb) => Unacked): Handler<'TIMEOUT'> {
  return (tcb, event, act) => {
    const [front, ...rest] = tcb.rtx;
    if (front !== undefined) tcb.rtx = [change(front, tcb), ...rest];
    sendAgain(tcb, event, act);
  };
}

/** Sending again, and giving up (lab 11). */
export const retransmission: readonly Fault[] = [
  {
    name: 'no-backoff',
    says: 'The RTO does not double from one retransmission to the next.',
    source: 'Known hole of public suites; behaviour 132; MUST-19, RFC 6298 §5.5',
    planks: {
      patience: (waiting, config) => (patience(waiting, config) === null ? null : waiting.rto),
    },
    killedBy: 'timers/data-is-sent-again-after-1-3-7-15-s.pkt',
  },
  {
    name: 'syn-without-backoff',
    says: 'The RTO of a SYN does not double.',
    source: 'Lab 11; behaviour 42; MUST-19',
    planks: {
      patience: (waiting, config) =>
        waiting.kind === 'SYN' ? waiting.rto : patience(waiting, config),
    },
    killedBy: 'timers/syn-is-sent-again-after-1-3-7-15-s.pkt',
  },
  {
    name: 'syn-ack-by-the-rule-of-the-syn',
    says: 'A SYN,ACK is sent again after equal times, as Linux does with a SYN only.',
    source: 'Lab 11',
    planks: {
      patience: (waiting, config) =>
        patience(waiting.kind === 'SYN,ACK' ? { ...waiting, kind: 'SYN' } : waiting, config),
    },
    killedBy: 'timers/syn-ack-is-sent-again-after-1-3-7-15-s.pkt',
    profile: 'linux',
  },
  {
    name: 'syn-of-linux-by-the-rule-of-the-rfc',
    says: 'In the profile of Linux the wait doubles from the first SYN on.',
    source: 'Lab 11; tcp_syn_linear_timeouts',
    planks: {
      patience: (waiting, config) => patience(waiting, { ...config, linearSyns: 0 }),
    },
    killedBy: 'timers/linux-syn-comes-four-times-a-second-apart.pkt',
    profile: 'linux',
  },
  {
    name: 'syn-given-up-too-early',
    says: 'The call fails after one minute: R2 of a SYN is at least three (MUST-23).',
    source: 'Lab 11; behaviour 43; MUST-23',
    planks: {
      patience: (waiting, config) =>
        waiting.kind === 'SYN' && waiting.since >= 60_000 ? null : patience(waiting, config),
    },
    killedBy: 'timers/syn-is-sent-for-at-least-3-minutes.pkt',
  },
  {
    name: 'syn-ack-given-up-too-early',
    says: 'A half-open connection is given up after one minute in the profile of the RFC.',
    source: 'Lab 11; behaviour 60; MUST-23',
    planks: {
      patience: (waiting, config) =>
        waiting.kind === 'SYN,ACK' && waiting.since >= 60_000 ? null : patience(waiting, config),
    },
    killedBy: 'timers/syn-ack-is-sent-for-at-least-3-minutes.pkt',
  },
  {
    name: 'text-given-up-too-early',
    says: 'The connection is given up after three retransmissions.',
    source: 'Behaviour 134; SHLD-11',
    planks: {
      patience: (waiting, config) =>
        waiting.kind === 'data' && waiting.again >= 3 ? null : patience(waiting, config),
    },
    killedBy: 'timers/data-is-sent-for-at-least-100-s.pkt',
  },
  {
    name: 'never-given-up',
    says: 'Text is sent again for ever, and nobody is told.',
    source: 'Behaviour 134; MUST-20; cisco/exanic-software#50',
    planks: { patience: ({ rto }, { rtoMax }) => Math.min(2 * rto, rtoMax) },
    killedBy: 'timers/fin-is-given-up-in-fin-wait-1.pkt',
  },
  {
    name: 'new-isn-for-each-syn',
    says: 'A SYN that is sent again has another number.',
    source: 'Lab 11; RFC 9293 §3.8.1',
    planks: {
      timeouts: {
        RETRANSMISSION: resending((front, tcb) => {
          if (!front.ctl.syn) return front;
          tcb.iss = add(front.seq, 64_000);
          tcb.snd.una = tcb.iss;
          tcb.snd.nxt = add(tcb.iss, 1);
          return { ...front, seq: tcb.iss };
        }),
      },
    },
    killedBy: 'timers/syn-is-sent-again-after-1-3-7-15-s.pkt',
  },
  {
    name: 'fin-never-sent-again',
    says: 'A lost FIN is not sent again.',
    source: 'Behaviour 102; zephyrproject-rtos/zephyr#8188, #44507, #46350; ausimian/tricep#27',
    planks: {
      timeouts: {
        RETRANSMISSION: (tcb, event, act) => {
          if (tcb.rtx[0]?.ctl.fin !== true) sendAgain(tcb, event, act);
        },
      },
    },
    killedBy: 'timers/fin-is-sent-again-in-fin-wait-1.pkt',
  },
  {
    name: 'fin-sent-again-one-too-high',
    says: 'A FIN that is sent again has the number after its own.',
    source: 'Behaviour 102; Juniper/warp17#15',
    planks: {
      timeouts: {
        RETRANSMISSION: resending((front) =>
          front.ctl.fin && front.again === 0 ? { ...front, seq: add(front.seq, 1) } : front,
        ),
      },
    },
    killedBy: 'timers/fin-is-sent-again-in-fin-wait-1.pkt',
  },
  {
    name: 'fin-sent-again-without-its-bit',
    says: 'What CLOSING sends again lacks the FIN.',
    source: 'Behaviour 102; microsoft/demikernel#1537',
    planks: {
      timeouts: {
        RETRANSMISSION: resending((front, { state }) =>
          state === 'CLOSING' ? { ...front, ctl: { ...front.ctl, fin: false } } : front,
        ),
      },
    },
    killedBy: 'timers/fin-is-sent-again-in-closing.pkt',
  },
  {
    name: 'fin-sent-again-after-its-ack',
    says: 'The FIN is sent again in FIN-WAIT-2, where it has been acknowledged.',
    source: 'Labs 11, 15; RFC 6298 §5.2; shadow/shadow#3573',
    planks: {
      finWait1: {
        ...reference.steps['FIN-WAIT-1'],
        ack(tcb, seg, act) {
          const { rtx } = tcb;
          const verdict = reference.steps['FIN-WAIT-1'].ack(tcb, seg, act);
          if (tcb.state !== 'FIN-WAIT-2') return verdict;
          tcb.rtx = rtx;
          act.arm('RETRANSMISSION', tcb.rto);
          return verdict;
        },
      },
    },
    killedBy: 'timers/fin-is-not-sent-again-in-fin-wait-2.pkt',
  },
  {
    name: 'all-sent-again-at-once',
    says: 'When the timer expires everything in flight is sent again.',
    source: 'RFC 6298 §5.4',
    planks: {
      timeouts: {
        RETRANSMISSION(tcb, event, act) {
          const rest = tcb.rtx.slice(1);
          sendAgain(tcb, event, act);
          for (const { ctl, seq, data } of rest) {
            tcb.rtx = tcb.rtx.filter((entry) => entry.seq !== seq);
            act.send(ctl, { seq, ack: tcb.rcv.nxt, data });
          }
        },
      },
    },
    killedBy: 'timers/only-the-oldest-segment-is-sent-again.pkt',
  },
  {
    name: 'round-trip-of-a-copy-measured',
    says: 'The round trip is measured on a segment that was sent twice.',
    source: 'Behaviour 136; MUST-18',
    planks: {
      timeouts: {
        RETRANSMISSION(tcb, event, act) {
          sendAgain(tcb, event, act);
          const [front, ...rest] = tcb.rtx;
          if (front !== undefined) tcb.rtx = [{ ...front, again: 0, sentAt: act.now }, ...rest];
        },
      },
    },
    killedBy: 'timers/backed-off-timeout-stays-until-a-new-measurement.pkt',
  },
  {
    name: 'round-trip-never-measured',
    says: 'The RTO stays at one second however long the round trip.',
    source: 'RFC 6298 §2; behaviour 136',
    planks: { measure: () => ({ srtt: 100, rttvar: 0, rto: RFC9293.rtoInitial }) },
    killedBy: 'timers/slow-round-trip-lengthens-the-timeout.pkt',
  },
  {
    name: 'backoff-for-life',
    says: 'The RTO stays doubled when a new round trip has been measured.',
    source: 'RFC 6298 §5.7; behaviour 133',
    planks: {
      measure: (known, r, config) => {
        const measured = measure(known, r, config);
        return { ...measured, rto: Math.max(known.rto, measured.rto) };
      },
    },
    killedBy: 'timers/new-measurement-ends-the-backoff.pkt',
  },
  {
    name: 'rto-without-a-floor',
    says: 'The RTO falls below one second where the round trip is short.',
    source: 'RFC 6298 §2.4',
    planks: { measure: (known, r, config) => measure(known, r, { ...config, rtoMin: 0 }) },
    killedBy: 'timers/data-is-sent-again-after-1-3-7-15-s.pkt',
  },
  {
    name: 'user-timeout-ignored',
    says: 'The time that the user set for unacknowledged text means nothing.',
    source: 'Behaviour 135; RFC 9293 §3.10.8; MUST-21',
    planks: { timeouts: { USER: () => {} } },
    killedBy: 'timers/user-timeout-aborts.pkt',
  },
  {
    name: 'delayed-ack-never-leaves',
    says: 'An ACK that waits for company waits for ever.',
    source: 'Behaviour 140; MUST-40',
    planks: { timeouts: { 'DELAYED-ACK': () => {} } },
    killedBy: 'timers/delayed-ack-leaves-when-its-time-is-up.pkt',
  },
];
