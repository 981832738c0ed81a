import { add, reference, withPlanks, type Engine } from '#tcp';
import { twoWay } from '#scenario/two-way.ts';
import { modelNamed } from './models.ts';
import type { Model, Suspect } from './model.ts';

/* Engines with one fault each: the search must find what comes of it, or it finds nothing. */

const { steps, timeouts, functions, cells } = reference;

const suspect = (id: string, model: string, engine: Engine, why: string, shows: RegExp) => {
  const played: Model = { ...modelNamed(model), engine };
  return { model: { ...played, id }, why, shows };
};

export const BROKEN: readonly Suspect[] = [
  suspect(
    'two-way-handshake',
    'old-syn',
    twoWay,
    'a SYN is enough to open a connection',
    /no edge of the diagram leads from LISTEN to ESTABLISHED/,
  ),
  suspect(
    'fin-wait-1-ends-on-ack',
    'open-and-close',
    withPlanks(reference, {
      finWait1: {
        ...steps['FIN-WAIT-1'],
        ack(tcb, seg, act) {
          if (steps.ESTABLISHED.ack(tcb, seg, act) === 'stop') return 'stop';
          act.become('CLOSED');
          return 'stop';
        },
      },
    }),
    'FIN-WAIT-1 goes to CLOSED when its FIN is acknowledged',
    /no edge of the diagram leads from FIN-WAIT-1 to CLOSED/,
  ),
  suspect(
    'fin-sent-once',
    'open-and-close',
    {
      ...reference,
      timeouts: {
        ...timeouts,
        RETRANSMISSION(tcb, event, act) {
          if (tcb.rtx[0]?.ctl.fin !== true) timeouts.RETRANSMISSION(tcb, event, act);
        },
      },
    },
    'a FIN that is lost is not sent again',
    /waits, and nothing will happen/,
  ),
  suspect(
    'last-ack-left-on-any-ack',
    'data-both-ways',
    withPlanks(reference, {
      lastAck: {
        ...steps['LAST-ACK'],
        ack(_tcb, _seg, act) {
          act.become('CLOSED');
          return 'stop';
        },
      },
    }),
    'LAST-ACK is left on an ACK that does not reach the FIN',
    /its peer has forgotten/,
  ),
  suspect(
    'reset-for-a-reset',
    'abort',
    withPlanks(reference, { closed: (_tcb, seg, act) => act.reset(seg) }),
    'CLOSED answers a reset with a reset',
    /no way leads to a good end/,
  ),
  suspect(
    'no-simultaneous-open',
    'simultaneous-open',
    withPlanks(reference, {
      synSent(tcb, seg, act) {
        if (seg.ctl.syn && !seg.ctl.ack) return act.drop('a SYN without an ACK');
        cells['SYN-SENT']['SEGMENT-ARRIVES'](tcb, seg, act);
      },
    }),
    'SYN-SENT does not know that the other side may call as well',
    /no way leads to a good end/,
  ),
  suspect(
    'text-out-of-order',
    'data-in-order',
    withPlanks(reference, { assemble: (_tcb, seg) => seg }),
    'text is delivered as it comes',
    /took “b”/,
  ),
  suspect(
    'fin-before-the-text',
    'data-in-order',
    withPlanks(reference, {
      assemble: (tcb, seg) =>
        seg.ctl.fin ? { ...seg, seq: tcb.rcv.nxt } : functions.assemble(tcb, seg),
    }),
    'a FIN counts at once, whatever is missing before it',
    /took a FIN after “/,
  ),
  suspect(
    'early-fin-forgotten',
    'data-in-order',
    withPlanks(reference, {
      hold: (tcb, piece) => {
        tcb.rcv.nxt = piece.fin ? add(piece.seq, 1) : tcb.rcv.nxt;
      },
    }),
    'a FIN that comes early is acknowledged and forgotten',
    /./,
  ),
  suspect(
    'time-wait-answers-acks',
    'open-and-close',
    withPlanks(reference, {
      timeWait: {
        ...steps['TIME-WAIT'],
        timeout: timeouts['TIME-WAIT'],
        ack(_tcb, _seg, act) {
          act.ack();
          return 'stop';
        },
      },
    }),
    'TIME-WAIT answers every ACK with an ACK',
    /no way leads to a good end/,
  ),
  suspect(
    'window-never-probed',
    'slow-reader',
    { ...reference, timeouts: { ...timeouts, PERSIST: () => {} } },
    'a shut window is not probed',
    /no way leads to a good end/,
  ),
  suspect(
    'plain-comparison',
    'open-and-close',
    withPlanks(reference, { lt: (a, b) => a < b, leq: (a, b) => a <= b }),
    'sequence numbers are compared as if they did not wrap',
    /no way leads to a good end/,
  ),
  suspect(
    'passive-open-ends-on-reset',
    'old-syn',
    withPlanks(reference, {
      synReceived: {
        ...steps['SYN-RECEIVED'],
        rst(_tcb, _seg, act) {
          act.become('CLOSED');
          return 'stop';
        },
      },
    }),
    'a reset in a passive SYN-RECEIVED closes the door',
    /no edge of the diagram leads from SYN-RECEIVED to CLOSED/,
  ),
  suspect(
    'fin-without-state',
    'half-close',
    withPlanks(reference, {
      establishedFin(tcb, _seg, act) {
        tcb.rcv.nxt = add(tcb.rcv.nxt, 1);
        act.ack();
        return 'stop';
      },
    }),
    'the FIN is acknowledged, and ESTABLISHED stays',
    /rests, while its peer is in/,
  ),
];
