import { add, between, reference, type Plank } from '#tcp';
import { acting } from './acting.ts';
import type { Fault } from './fault.ts';

const synSent = reference.cells['SYN-SENT']['SEGMENT-ARRIVES'];

/** The reference, with `more` done once it has opened the connection or answered a crossing call. */
const andThen: (more: Plank) => Plank = (more) => (tcb, seg, act) => {
  synSent(tcb, seg, act);
  if (tcb.state === 'ESTABLISHED' || tcb.state === 'SYN-RECEIVED') more(tcb, seg, act);
};

/** Calling (lab 8), and two calls at once (lab 9). */
export const calling: readonly Fault[] = [
  {
    name: 'reset-without-ack-obeyed',
    says: 'A reset without an ACK ends SYN-SENT, though it cannot be an answer.',
    source: 'Lab 8; behaviour 33',
    planks: {
      synSent(tcb, seg, act) {
        if (!seg.ctl.rst || seg.ctl.ack) return synSent(tcb, seg, act);
        act.signal('connection reset');
        act.become('CLOSED');
      },
    },
    killedBy: 'syn-sent/rst-is-dropped.pkt',
  },
  {
    name: 'reset-before-its-ack-is-looked-at',
    says: 'In SYN-SENT the reset is looked at before its ACK, so any reset refuses the call.',
    source: 'Lab 8; behaviour 35; demikernel/inetstack#86',
    planks: {
      synSent(tcb, seg, act) {
        if (!seg.ctl.rst || !seg.ctl.ack) return synSent(tcb, seg, act);
        act.signal('connection reset');
        act.become('CLOSED');
      },
    },
    killedBy: 'syn-sent/rst-ack-with-ack-iss-is-dropped.pkt',
  },
  {
    name: 'wrong-reset-answered',
    says: 'A reset whose ACK is wrong is answered with a reset.',
    source: 'Behaviour 35; RFC 9293 §3.10.7.3 first',
    planks: {
      synSent(tcb, seg, act) {
        const isWrong = seg.ctl.ack && !between(tcb.iss, seg.ack, tcb.snd.nxt);
        if (isWrong) act.reset(seg);
        else synSent(tcb, seg, act);
      },
    },
    killedBy: 'syn-sent/rst-ack-with-ack-iss-is-dropped.pkt',
  },
  {
    name: 'refusal-not-told',
    says: 'A call that is refused ends without a word to the user.',
    source: 'Behaviour 34; RFC 9293 §3.10.7.3 second',
    planks: {
      synSent: (tcb, seg, act) => synSent(tcb, seg, acting(act, { signal: () => {} })),
    },
    killedBy: 'calls/refused-call-is-told.pkt',
  },
  {
    name: 'ack-of-nothing-opens',
    says: 'A SYN,ACK whose ACK names ISS, and so acknowledges nothing, is taken.',
    source: 'Lab 8; behaviour 28',
    planks: {
      synSent: (tcb, seg, act) =>
        synSent(tcb, seg.ack === tcb.iss ? { ...seg, ack: tcb.snd.nxt } : seg, act),
    },
    killedBy: 'syn-sent/syn-ack-with-ack-iss-draws-reset.pkt',
  },
  {
    name: 'ack-of-the-unsent-opens',
    says: 'A SYN,ACK that acknowledges more than was sent is taken.',
    source: 'Behaviour 29',
    planks: {
      synSent: (tcb, seg, act) =>
        synSent(tcb, seg.ack === add(tcb.snd.nxt, 1) ? { ...seg, ack: tcb.snd.nxt } : seg, act),
    },
    killedBy: 'syn-sent/syn-ack-with-ack-beyond-snd-nxt-draws-reset.pkt',
  },
  {
    name: 'bad-ack-ends-the-call',
    says: 'A wrong ACK in SYN-SENT is reset and ends the call as well.',
    source: 'Behaviours 28, 29, 47; demikernel/inetstack#86',
    planks: {
      synSent(tcb, seg, act) {
        synSent(tcb, seg, act);
        const isWrong = seg.ctl.ack && !seg.ctl.rst && !between(tcb.iss, seg.ack, tcb.snd.nxt);
        if (isWrong) act.become('CLOSED');
      },
    },
    killedBy: 'syn-sent/ack-with-ack-iss-draws-reset.pkt',
  },
  {
    name: 'bad-ack-in-silence',
    says: 'A wrong ACK in SYN-SENT is dropped, so a half-open peer never hears that it is one.',
    source: 'Behaviours 28, 31, 47; RFC 9293 Figure 9',
    planks: {
      synSent(tcb, seg, act) {
        if (seg.ctl.ack && !between(tcb.iss, seg.ack, tcb.snd.nxt)) act.drop('a wrong ACK');
        else synSent(tcb, seg, act);
      },
    },
    killedBy: 'syn-sent/ack-with-ack-iss-draws-reset.pkt',
  },
  {
    name: 'ack-alone-opens',
    says: 'An ACK of our SYN without a SYN opens the connection.',
    source: 'Behaviour 30',
    planks: {
      synSent: (tcb, seg, act) =>
        synSent(tcb, seg.ctl.ack ? { ...seg, ctl: { ...seg.ctl, syn: true } } : seg, act),
    },
    killedBy: 'syn-sent/ack-of-our-syn-alone-is-dropped.pkt',
  },
  {
    name: 'peers-syn-not-counted',
    says: 'The ACK of the SYN,ACK names the number of the SYN itself.',
    source: 'Lab 8; behaviour 27',
    planks: {
      synSent: andThen((tcb) => {
        tcb.rcv.nxt = tcb.irs;
      }),
    },
    killedBy: 'syn-sent/syn-ack-establishes.pkt',
  },
  {
    name: 'third-segment-missing',
    says: 'The SYN,ACK is not acknowledged.',
    source: 'Lab 8; behaviour 27',
    planks: {
      synSent: (tcb, seg, act) => synSent(tcb, seg, acting(act, { ack: () => {} })),
    },
    killedBy: 'syn-sent/syn-ack-establishes.pkt',
  },
  {
    name: 'text-on-syn-ack-lost',
    says: 'Text that came with the SYN,ACK is neither taken nor left for the peer to send again.',
    source: 'Behaviour 39; RFC 9293 §3.10.7.3 fourth',
    planks: {
      synSent: andThen((tcb, seg) => {
        if (tcb.state === 'ESTABLISHED') tcb.rcv.nxt = add(seg.seq, 1 + seg.data.length);
        tcb.in = tcb.in.subarray(0, 0);
      }),
    },
    killedBy: 'syn-sent/syn-ack-with-text-is-taken.pkt',
  },
  {
    name: 'syn-window-scaled',
    says: 'The window field of the SYN,ACK is taken to be scaled.',
    source: 'Behaviour 50; RFC 7323 §2.2',
    planks: {
      synSent: (tcb, seg, act) => synSent(tcb, { ...seg, wnd: seg.wnd * 2 ** tcb.snd.shift }, act),
    },
    killedBy: 'options/window-of-a-syn-ack-is-not-scaled.pkt',
  },
  {
    name: 'crossed-syn-dropped',
    says: 'A SYN without an ACK is dropped in SYN-SENT: two ends that call at once never meet.',
    source: 'Lab 8; behaviour 36; MUST-10; inet-framework/inet#92',
    planks: {
      synSent(tcb, seg, act) {
        if (seg.ctl.syn && !seg.ctl.ack && !seg.ctl.rst) act.drop('a SYN without an ACK');
        else synSent(tcb, seg, act);
      },
    },
    killedBy: 'syn-sent/syn-leads-to-syn-received.pkt',
  },
  {
    name: 'crossed-syn-reset',
    says: 'A SYN without an ACK is reset in SYN-SENT.',
    source: 'Lab 9; behaviour 36; smoltcp#1001',
    planks: {
      synSent(tcb, seg, act) {
        if (seg.ctl.syn && !seg.ctl.ack && !seg.ctl.rst) act.reset(seg);
        else synSent(tcb, seg, act);
      },
    },
    killedBy: 'syn-sent/syn-leads-to-syn-received.pkt',
  },
  {
    name: 'crossed-syn-ends-the-call',
    says: 'A SYN without an ACK closes the connection in SYN-SENT.',
    source: 'Lab 9; behaviour 36; ausimian/tricep#105',
    planks: {
      synSent: andThen((tcb, _seg, act) => {
        if (tcb.state === 'SYN-RECEIVED') act.become('CLOSED');
      }),
    },
    killedBy: 'syn-sent/syn-leads-to-syn-received.pkt',
  },
  {
    name: 'crossed-syn-answered-with-iss-plus-one',
    says: 'The SYN,ACK of a simultaneous open takes SND.NXT as its number, not ISS.',
    source: 'Lab 9; behaviour 36',
    planks: {
      synSent(tcb, seg, act) {
        const send: typeof act.send = (on, fields, rule) =>
          act.send(on, { ...fields, seq: on.syn === true ? tcb.snd.nxt : fields.seq }, rule);
        synSent(tcb, seg, acting(act, { send }));
      },
    },
    killedBy: 'syn-sent/syn-leads-to-syn-received.pkt',
  },
  {
    name: 'crossed-syn-ack-refused',
    says: 'The SYN,ACK of a simultaneous open fails the first check, as the text reads literally.',
    source: 'Lab 9; behaviour 37; RFC 9293 Appendix A.2',
    planks: { completesSimultaneousOpen: () => false },
    killedBy: 'lives/simultaneous-open.pkt',
  },
];
