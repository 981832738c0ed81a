import { add, reference, segLen, type Plank } from '#tcp';
import type { Fault } from './fault.ts';

const closed = reference.cells.CLOSED['SEGMENT-ARRIVES'];
const listen = reference.cells.LISTEN['SEGMENT-ARRIVES'];

/** LISTEN that takes every SYN, with something else done before or after. */
const taking: (more: Plank) => Plank = (more) => (tcb, seg, act) => {
  listen(tcb, seg, act);
  if (tcb.state === 'SYN-RECEIVED') more(tcb, seg, act);
};

/** Nobody home (lab 5), and the open door (lab 6). */
export const closedAndListen: readonly Fault[] = [
  {
    name: 'reset-answered-with-reset',
    says: 'CLOSED answers a reset with a reset: two such ends never stop.',
    source: 'Lab 5; behaviour 6; copy/v86, SerenityOS/serenity#9485',
    planks: { closed: (_tcb, seg, act) => act.reset(seg) },
    killedBy: 'closed/rst-is-dropped.pkt',
  },
  {
    name: 'closed-is-silent',
    says: 'CLOSED drops everything without a word.',
    source: 'Lab 5; behaviours 1 to 5',
    planks: { closed: () => {} },
    killedBy: 'closed/syn-draws-reset.pkt',
  },
  {
    name: 'reset-does-not-count-the-text',
    says: 'The reset that CLOSED sends does not acknowledge the text.',
    source: 'Lab 5; behaviour 7',
    planks: {
      closed(tcb, seg, act) {
        if (seg.ctl.ack || seg.ctl.rst) return closed(tcb, seg, act);
        const ack = add(seg.seq, segLen(seg) - seg.data.length);
        act.send({ rst: true, ack: true }, { seq: 0, ack });
      },
    },
    killedBy: 'closed/syn-with-text-draws-reset.pkt',
  },
  {
    name: 'reset-with-ack-for-an-ack',
    says: 'CLOSED answers a segment that bears an ACK with RST,ACK.',
    source: 'Lab 5; behaviour 2',
    planks: {
      closed(tcb, seg, act) {
        if (!seg.ctl.ack || seg.ctl.rst) return closed(tcb, seg, act);
        act.send({ rst: true, ack: true }, { seq: seg.ack, ack: add(seg.seq, segLen(seg)) });
      },
    },
    killedBy: 'closed/ack-draws-reset.pkt',
  },
  {
    name: 'reset-with-number-zero',
    says: 'The reset for a segment with an ACK has the number 0, which the peer does not believe.',
    source: 'Lab 5; behaviour 2',
    planks: {
      closed(tcb, seg, act) {
        if (!seg.ctl.ack || seg.ctl.rst) return closed(tcb, seg, act);
        act.send({ rst: true }, { seq: 0 });
      },
    },
    killedBy: 'closed/ack-draws-reset.pkt',
  },
  {
    name: 'listen-obeys-a-reset',
    says: 'A reset ends LISTEN.',
    source: 'Lab 6; behaviour 10',
    planks: {
      listen: (tcb, seg, act) => (seg.ctl.rst ? act.become('CLOSED') : listen(tcb, seg, act)),
    },
    killedBy: 'listen/rst-is-ignored.pkt',
  },
  {
    name: 'listen-answers-a-reset',
    says: 'LISTEN looks for an ACK before it looks for a reset, and answers RST,ACK.',
    source: 'Lab 6; behaviour 11',
    planks: {
      listen: (tcb, seg, act) => (seg.ctl.ack ? act.reset(seg) : listen(tcb, seg, act)),
    },
    killedBy: 'listen/rst-ack-is-ignored.pkt',
  },
  {
    name: 'listen-answers-an-ack-with-syn-ack',
    says: 'LISTEN takes a segment with an ACK for a call and answers SYN,ACK.',
    source: 'Lab 6; behaviours 12, 13',
    planks: {
      listen: (tcb, seg, act) =>
        listen(
          tcb,
          { ...seg, ctl: { ...seg.ctl, ack: false, syn: seg.ctl.syn || seg.ctl.ack } },
          act,
        ),
    },
    killedBy: 'listen/ack-draws-reset.pkt',
  },
  {
    name: 'listen-takes-a-syn-ack',
    says: 'LISTEN looks for a SYN before it looks for an ACK.',
    source: 'Lab 6; behaviour 13',
    planks: {
      listen: (tcb, seg, act) =>
        listen(tcb, seg.ctl.syn ? { ...seg, ctl: { ...seg.ctl, ack: false } } : seg, act),
    },
    killedBy: 'listen/syn-ack-draws-reset.pkt',
  },
  {
    name: 'listen-takes-a-syn-with-reset',
    says: 'LISTEN looks for a SYN before it looks for a reset.',
    source: 'Lab 6; behaviour 17',
    planks: {
      listen: (tcb, seg, act) =>
        listen(tcb, seg.ctl.syn ? { ...seg, ctl: { ...seg.ctl, rst: false } } : seg, act),
    },
    killedBy: 'listen/syn-rst-is-ignored.pkt',
  },
  {
    name: 'listen-answers-a-bare-fin',
    says: 'LISTEN resets whatever is no SYN, a FIN or text without an ACK too.',
    source: 'Lab 6; behaviour 18',
    planks: {
      listen: (tcb, seg, act) =>
        seg.ctl.syn || seg.ctl.rst ? listen(tcb, seg, act) : act.reset(seg),
    },
    killedBy: 'listen/fin-is-dropped.pkt',
  },
  {
    name: 'listen-resets-with-its-own-number',
    says: 'The reset for an ACK in LISTEN takes SND.NXT as its number.',
    source: 'Lab 6; behaviour 12',
    planks: {
      listen(tcb, seg, act) {
        if (!seg.ctl.ack || seg.ctl.rst) return listen(tcb, seg, act);
        act.send({ rst: true }, { seq: tcb.snd.nxt });
      },
    },
    killedBy: 'listen/ack-draws-reset.pkt',
  },
  {
    name: 'syn-not-counted',
    says: 'RCV.NXT is the number of the SYN itself.',
    source: 'Lab 6; behaviour 14',
    planks: {
      listen: (tcb, seg, act) =>
        listen(tcb, seg.ctl.syn ? { ...seg, seq: add(seg.seq, -1) } : seg, act),
    },
    killedBy: 'listen/syn-is-answered.pkt',
  },
  {
    name: 'own-syn-not-counted',
    says: 'SND.NXT is ISS after the SYN,ACK.',
    source: 'Lab 6; behaviour 14',
    planks: {
      listen: taking((tcb) => {
        tcb.snd.nxt = tcb.iss;
      }),
    },
    killedBy: 'syn-received/ack-left-edge-establishes.pkt',
  },
  {
    name: 'passive-origin-forgotten',
    says: 'A connection that came by LISTEN does not remember it (MUST-11).',
    source: 'Lab 6; behaviour 53; MUST-11',
    planks: {
      listen: taking((tcb) => {
        tcb.openedBy = 'active';
      }),
    },
    killedBy: 'syn-received/syn-left-edge-returns-to-listen.pkt',
  },
  {
    name: 'text-on-a-syn-acknowledged',
    says: 'The SYN,ACK acknowledges text that came with the SYN and was thrown away.',
    source: 'Behaviour 15; RFC 9293 §3.10.7.2 third',
    planks: {
      listen(tcb, seg, act) {
        const { length } = seg.data;
        listen(tcb, seg.ctl.syn ? { ...seg, seq: add(seg.seq, length) } : seg, act);
      },
    },
    killedBy: 'listen/syn-with-text-is-answered.pkt',
  },
  {
    name: 'mss-taken-for-granted',
    says: 'A peer that names no MSS is sent segments as large as ours.',
    source: 'Behaviour 49; MUST-15',
    planks: {
      listen: taking((tcb, seg, act) => {
        if (seg.options.mss === undefined) tcb.snd.mss = act.config.mss;
      }),
    },
    killedBy: 'calls/send-without-peers-mss-uses-536.pkt',
  },
];
