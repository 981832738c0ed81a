import { add, between, reference, type Check } from '#tcp';
import { synReceived } from '#tcp/planks/syn-received.ts';
import type { Fault } from './fault.ts';

const { checks } = reference;

const withStep = (step: Partial<typeof synReceived>) => ({
  synReceived: { ...synReceived, ...step },
});

const isGoodAck: (...args: Parameters<Check>) => boolean = (tcb, seg) =>
  between(tcb.snd.una, seg.ack, tcb.snd.nxt);

/** The end of the handshake (lab 7). */
export const handshake: readonly Fault[] = [
  {
    name: 'bad-ack-without-reset',
    says: 'A wrong ACK in SYN-RECEIVED is dropped without a reset.',
    source: 'Known hole of public suites; behaviour 52',
    planks: withStep({
      ack: (tcb, seg, act) => (isGoodAck(tcb, seg, act) ? synReceived.ack(tcb, seg, act) : 'stop'),
    }),
    killedBy: 'syn-received/ack-with-ack-iss-draws-reset.pkt',
  },
  {
    name: 'bad-ack-establishes',
    says: 'Any ACK finishes the handshake.',
    source: 'Lab 7; behaviour 52',
    planks: withStep({
      ack: (tcb, seg, act) => synReceived.ack(tcb, { ...seg, ack: tcb.snd.nxt }, act),
    }),
    killedBy: 'syn-received/ack-with-ack-beyond-snd-nxt-draws-reset.pkt',
  },
  {
    name: 'bad-ack-reset-with-an-ack',
    says: 'The reset for a wrong ACK in SYN-RECEIVED is RST,ACK.',
    source: 'Behaviour 52; gvisor#7199',
    planks: withStep({
      ack(tcb, seg, act) {
        if (isGoodAck(tcb, seg, act)) return synReceived.ack(tcb, seg, act);
        act.send({ rst: true, ack: true }, { seq: seg.ack, ack: tcb.rcv.nxt });
        return 'stop';
      },
    }),
    killedBy: 'syn-received/ack-with-ack-iss-draws-reset.pkt',
  },
  {
    name: 'bad-ack-ends-the-handshake',
    says: 'A wrong ACK in SYN-RECEIVED ends the half-open connection: anybody can stop a call.',
    source: 'Behaviour 52',
    planks: withStep({
      ack(tcb, seg, act) {
        const isGood = isGoodAck(tcb, seg, act);
        const verdict = synReceived.ack(tcb, seg, act);
        if (!isGood) act.become('LISTEN');
        return verdict;
      },
    }),
    killedBy: 'syn-received/ack-with-ack-iss-draws-reset.pkt',
  },
  {
    name: 'passive-reset-ignored',
    says: 'A reset in SYN-RECEIVED after a passive OPEN is ignored.',
    source: 'Behaviours 53, 58; RFC 9293 Figure 8',
    planks: withStep({ rst: () => 'stop' }),
    killedBy: 'lives/old-duplicate-syn-is-undone.pkt',
  },
  {
    name: 'passive-reset-closes',
    says: 'A reset in SYN-RECEIVED after a passive OPEN leads to CLOSED, not back to LISTEN.',
    source: 'Lab 7; behaviours 25, 53; MUST-11',
    planks: withStep({
      rst(_tcb, _seg, act) {
        act.become('CLOSED');
        return 'stop';
      },
    }),
    killedBy: 'syn-received/rst-left-edge-returns-to-listen.pkt',
  },
  {
    name: 'active-reset-returns-to-listen',
    says: 'A reset in SYN-RECEIVED after an active OPEN leads to LISTEN.',
    source: 'Lab 18; behaviour 54; MUST-11',
    planks: withStep({
      rst(_tcb, _seg, act) {
        act.become('LISTEN');
        return 'stop';
      },
    }),
    killedBy: 'syn-received-active/rst-left-edge-refuses.pkt',
  },
  {
    name: 'text-on-the-third-segment-lost',
    says: 'Text on the third segment of the handshake is thrown away.',
    source: 'Lab 7; behaviour 63',
    planks: withStep({
      ack(tcb, seg, act) {
        const verdict = synReceived.ack(tcb, seg, act);
        return seg.data.length > 0 ? 'stop' : verdict;
      },
    }),
    killedBy: 'syn-received/data-left-edge-is-taken.pkt',
  },
  {
    name: 'fin-on-the-third-segment-lost',
    says: 'A FIN on the third segment of the handshake is ignored.',
    source: 'Lab 7; behaviour 61',
    planks: withStep({
      ack(tcb, seg, act) {
        const verdict = synReceived.ack(tcb, seg, act);
        return seg.ctl.fin ? 'stop' : verdict;
      },
    }),
    killedBy: 'syn-received/fin-ack-left-edge-leads-to-close-wait.pkt',
  },
  {
    name: 'syn-ack-sent-for-ever',
    says: 'The SYN,ACK is sent again although it has been acknowledged.',
    source: 'Labs 7, 11; RFC 6298 §5.2',
    planks: withStep({
      ack(tcb, seg, act) {
        const { rtx } = tcb;
        const verdict = synReceived.ack(tcb, seg, act);
        if (tcb.state !== 'ESTABLISHED') return verdict;
        tcb.rtx = rtx;
        act.arm('RETRANSMISSION', tcb.rto);
        return verdict;
      },
    }),
    killedBy: 'timers/syn-ack-is-not-sent-again-once-acknowledged.pkt',
  },
  {
    name: 'window-of-the-third-segment-ignored',
    says: 'SND.WND stays 0 when the handshake is finished.',
    source: 'Behaviour 51; RFC 9293 §3.10.7.4 fifth',
    planks: withStep({
      ack(tcb, seg, act) {
        const verdict = synReceived.ack(tcb, { ...seg, wnd: 0 }, act);
        return verdict;
      },
    }),
    killedBy: 'calls/send-in-established-is-sent.pkt',
  },
  {
    name: 'syn-in-window-ignored',
    says: 'Another SYN inside the window of a passive SYN-RECEIVED is dropped without a word.',
    source: 'Behaviour 59; RFC 9293 §3.10.7.4 fourth',
    planks: withStep({ syn: () => 'stop' }),
    killedBy: 'syn-received/syn-left-edge-returns-to-listen.pkt',
  },
  {
    name: 'wrong-reset-form-at-the-left-edge',
    says: 'A reset in SYN-RECEIVED must name what it acknowledges, or it is ignored.',
    source: 'Behaviour 57; RFC 5961 §3',
    planks: {
      rst: (tcb, seg, act) =>
        seg.ctl.rst && seg.ctl.ack && seg.ack !== tcb.snd.nxt ? 'stop' : checks.rst(tcb, seg, act),
    },
    killedBy: 'syn-received/rst-with-ack-beyond-snd-nxt-returns-to-listen.pkt',
  },
  {
    name: 'queued-close-forgotten',
    says: 'CLOSE in SYN-RECEIVED with text queued never sends its FIN.',
    source: 'Behaviours 62, 98; RFC 9293 §3.10.4',
    planks: withStep({
      ack(tcb, seg, act) {
        tcb.finQueued = false;
        return synReceived.ack(tcb, seg, act);
      },
    }),
    killedBy: 'calls/close-after-send-in-syn-received-waits.pkt',
  },
  {
    name: 'own-syn-never-acknowledged',
    says: 'SND.UNA stays ISS when the handshake is finished.',
    source: 'Behaviour 51',
    planks: withStep({
      ack(tcb, seg, act) {
        const verdict = synReceived.ack(tcb, seg, act);
        if (tcb.state === 'ESTABLISHED') tcb.snd.una = add(tcb.snd.nxt, -1);
        return verdict;
      },
    }),
    killedBy: 'calls/send-in-established-is-sent.pkt',
  },
];
