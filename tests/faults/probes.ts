import { reference, type Act } from '#tcp';
import { acting } from './acting.ts';
import type { Fault } from './fault.ts';

const keepAlive = reference.timeouts['KEEP-ALIVE'];
const persist = reference.timeouts.PERSIST;

/** The verbs, with all that is sent given other numbers. */
const sendingAs = (act: Act, seq: (seq: number) => number): Act =>
  acting(act, {
    send: (on, fields, rule) => act.send(on, { ...fields, seq: seq(fields.seq) }, rule),
  });

/** Asking a silent peer (lab 19), and a peer whose window is shut. */
export const probes: readonly Fault[] = [
  {
    name: 'keep-alive-on-by-default',
    says: 'A silent peer is asked although nobody wanted it.',
    source: 'Lab 19; behaviour 139; MUST-25',
    planks: {
      keepAliveTimer(tcb, act) {
        tcb.settings = {
          ...tcb.settings,
          keepAlive: { idle: 7_200_000, interval: 75_000, probes: 9 },
        };
        reference.functions.keepAliveTimer(tcb, act);
      },
    },
    killedBy: 'keep-alive/off-by-default.pkt',
  },
  {
    name: 'keep-alive-never-on',
    says: 'SO_KEEPALIVE has no effect.',
    source: 'Lab 19; MUST-24',
    planks: { keepAliveTimer: () => {} },
    killedBy: 'keep-alive/probe-names-the-number-before-snd-nxt.pkt',
  },
  {
    name: 'probe-with-snd-nxt',
    says: 'A keep-alive probe has SND.NXT as its number, which draws no answer.',
    source: 'Lab 19; SHLD-12; behaviour 139',
    planks: {
      keepAliveTimeout: (tcb, event, act) =>
        keepAlive(
          tcb,
          event,
          sendingAs(act, () => tcb.snd.nxt),
        ),
    },
    killedBy: 'keep-alive/probe-names-the-number-before-snd-nxt.pkt',
  },
  {
    name: 'one-lost-probe-kills',
    says: 'The peer counts as dead when one probe has no answer.',
    source: 'Lab 19; MUST-29',
    planks: {
      keepAliveTimeout(tcb, event, act) {
        if (tcb.probes > 0) {
          act.signal('connection aborted due to user timeout');
          act.become('CLOSED');
        } else keepAlive(tcb, event, act);
      },
    },
    killedBy: 'keep-alive/dead-after-all-probes.pkt',
  },
  {
    name: 'probes-without-end',
    says: 'A dead peer is asked for ever.',
    source: 'Lab 19; behaviour 139',
    planks: {
      keepAliveTimeout(tcb, event, act) {
        tcb.probes = 0;
        keepAlive(tcb, event, act);
      },
    },
    killedBy: 'keep-alive/dead-after-all-probes.pkt',
  },
  {
    name: 'probes-while-text-is-outstanding',
    says: 'A keep-alive probe leaves while text is on its way.',
    source: 'Lab 19; MUST-26',
    planks: {
      keepAliveTimeout(tcb, event, act) {
        const { rtx } = tcb;
        tcb.rtx = [];
        keepAlive(tcb, event, act);
        tcb.rtx = rtx;
      },
    },
    killedBy: 'keep-alive/no-probe-while-text-is-outstanding.pkt',
  },
  {
    name: 'traffic-does-not-count',
    says: 'A probe leaves at its time although the peer has just been heard.',
    source: 'Lab 19; MUST-27',
    planks: {
      keepAliveTimeout(tcb, event, act) {
        tcb.heardAt = Number.NEGATIVE_INFINITY;
        keepAlive(tcb, event, act);
      },
    },
    killedBy: 'keep-alive/traffic-puts-the-probe-off.pkt',
  },
  {
    name: 'shut-window-for-ever',
    says: 'A shut window is never probed: if the ACK that opens it is lost, both ends wait for ever.',
    source: 'Behaviour 137; MUST-36',
    planks: { timeouts: { PERSIST: () => {} } },
    killedBy: 'send-window/shut-window-is-probed.pkt',
  },
  {
    name: 'probes-without-backoff',
    says: 'The interval between probes of a shut window does not grow.',
    source: 'Behaviour 137; SHLD-30',
    planks: {
      timeouts: {
        PERSIST(tcb, event, act) {
          persist(
            tcb,
            event,
            acting(act, { arm: (timer, _ms, rule) => act.arm(timer, tcb.rto, rule) }),
          );
        },
      },
    },
    killedBy: 'send-window/probes-of-a-shut-window-back-off.pkt',
  },
  {
    name: 'shut-window-ends-the-connection',
    says: 'A window that stays shut ends the connection although the peer answers every probe.',
    source: 'Behaviour 138; MUST-37',
    planks: {
      timeouts: {
        PERSIST(tcb, event, act) {
          if (tcb.probes > 0) tcb.askedAt = tcb.progressAt;
          persist(tcb, event, act);
        },
      },
    },
    killedBy: 'send-window/answered-probes-keep-the-connection.pkt',
  },
  {
    name: 'silent-window-probed-for-ever',
    says: 'A peer that answers no probe of its shut window is asked without end.',
    source: 'Behaviour 138; MUST-20, MUST-37',
    planks: {
      timeouts: {
        PERSIST(tcb, event, act) {
          tcb.askedAt = null;
          persist(tcb, event, act);
        },
      },
    },
    killedBy: 'send-window/unanswered-probes-end-the-connection.pkt',
  },
  {
    name: 'probe-without-text',
    says: 'The probe of a shut window is empty in the profile of the RFC, which asks for an octet.',
    source: 'MUST-36; RFC 9293 §3.8.6.1',
    planks: {
      timeouts: {
        PERSIST: (tcb, event, act) =>
          persist(tcb, event, acting(act, { config: { ...act.config, emptyProbe: true } })),
      },
    },
    killedBy: 'send-window/shut-window-is-probed.pkt',
  },
];
