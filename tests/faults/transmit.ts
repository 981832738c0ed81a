import { add, NO_DATA, reference, type Act, type Tcb } from '#tcp';
import { acting } from './acting.ts';
import type { Fault } from './fault.ts';

const { transmit } = reference.functions;

/** The reference while `change` holds for the TCB; what it changed is undone afterwards. */
function pretending(change: (tcb: Tcb, act: Act) => () => void): typeof transmit {
  return (tcb, act, rule) => {
    const undo = change(tcb, act);
    transmit(tcb, act, rule);
    undo();
  };
}

/** What leaves, and when (labs 14 and 15). */
export const sending: readonly Fault[] = [
  {
    name: 'fin-before-queued-text',
    says: 'The FIN leaves before text that CLOSE found waiting.',
    source: 'Lab 15; behaviour 100',
    planks: {
      transmit: pretending((tcb) => {
        const { out } = tcb;
        const isFirst = tcb.finQueued && tcb.finSeq === null;
        if (isFirst) tcb.out = NO_DATA;
        return () => {
          if (isFirst) tcb.out = out;
        };
      }),
    },
    killedBy: 'calls/close-waits-for-queued-text.pkt',
  },
  {
    name: 'text-lost-at-close',
    says: 'CLOSE throws away text that waits for the window.',
    source: 'Lab 15; behaviour 100',
    planks: {
      transmit: pretending((tcb) => {
        if (tcb.finQueued) tcb.out = NO_DATA;
        return () => {};
      }),
    },
    killedBy: 'calls/close-waits-for-queued-text.pkt',
  },
  {
    name: 'window-ignored',
    says: 'Text leaves whatever the peer’s window.',
    source: 'RFC 9293 §3.8.6; behaviour 137',
    planks: {
      transmit: pretending((tcb) => {
        const { wnd } = tcb.snd;
        tcb.snd.wnd = 65_535;
        return () => {
          tcb.snd.wnd = wnd;
        };
      }),
    },
    killedBy: 'send-window/text-waits-for-the-window.pkt',
  },
  {
    name: 'window-counted-from-snd-nxt',
    says: 'The window is counted from SND.NXT: what is in flight is not taken off it.',
    source: 'RFC 9293 §3.8.6; behaviour 146',
    planks: {
      transmit: pretending((tcb) => {
        const { una } = tcb.snd;
        tcb.snd.una = tcb.snd.nxt;
        return () => {
          tcb.snd.una = una;
        };
      }),
    },
    killedBy: 'send-window/what-is-in-flight-fills-the-window.pkt',
  },
  {
    name: 'no-nagle',
    says: 'Every small write becomes a segment of its own, though Nagle is on.',
    source: 'SHLD-7; RFC 9293 §3.7.4',
    planks: {
      transmit: pretending((tcb) => {
        const { settings } = tcb;
        tcb.settings = { ...settings, nagle: false };
        return () => {
          tcb.settings = settings;
        };
      }),
    },
    killedBy: 'send-window/small-write-waits-for-the-one-before.pkt',
  },
  {
    name: 'nagle-cannot-be-turned-off',
    says: 'TCP_NODELAY has no effect.',
    source: 'MUST-17; RFC 9293 §3.7.4',
    planks: {
      transmit: pretending((tcb) => {
        const { settings } = tcb;
        tcb.settings = { ...settings, nagle: true };
        return () => {
          tcb.settings = settings;
        };
      }),
    },
    killedBy: 'send-window/small-write-leaves-at-once-without-nagle.pkt',
  },
  {
    name: 'mss-ignored',
    says: 'A segment is as large as the window, whatever MSS the peer named.',
    source: 'MUST-16; RFC 9293 §3.7.1',
    planks: {
      transmit: pretending((tcb) => {
        const { mss } = tcb.snd;
        tcb.snd.mss = 65_535;
        return () => {
          tcb.snd.mss = mss;
        };
      }),
    },
    killedBy: 'calls/send-without-peers-mss-uses-536.pkt',
  },
  {
    name: 'fin-without-a-number',
    says: 'SND.NXT stays where it is when the FIN leaves.',
    source: 'Lab 15; RFC 9293 §3.4',
    planks: {
      transmit(tcb, act, rule) {
        const { finSeq } = tcb;
        transmit(tcb, act, rule);
        if (finSeq === null && tcb.finSeq !== null) tcb.snd.nxt = tcb.finSeq;
      },
    },
    killedBy: 'fin-wait-1/ack-of-our-fin-leads-to-fin-wait-2.pkt',
  },
  {
    name: 'fin-one-too-late',
    says: 'The FIN leaves a number free behind the text.',
    source: 'Lab 15; Juniper/warp17#15',
    planks: {
      transmit(tcb, act, rule) {
        const send: Act['send'] = (on, fields, ofRule) =>
          act.send(on, on.fin === true ? { ...fields, seq: add(fields.seq, 1) } : fields, ofRule);
        transmit(tcb, acting(act, { send }), rule);
      },
    },
    killedBy: 'calls/close-in-established-sends-fin.pkt',
  },
  {
    name: 'fin-lost-where-closes-cross',
    says: 'A FIN that still waits for the window is forgotten when the peer’s FIN comes first.',
    source: 'Behaviour 98; smoltcp#279, smoltcp#398',
    planks: {
      transmit(tcb, act, rule) {
        if (tcb.state !== 'CLOSING') transmit(tcb, act, rule);
      },
    },
    killedBy: 'closing/our-fin-still-leaves.pkt',
  },
  {
    name: 'text-swallowed-in-close-wait',
    says: 'SEND in CLOSE-WAIT takes the text and never sends it.',
    source: 'Behaviour 107; RFC 9293 §3.6.1',
    planks: {
      cells: { 'CLOSE-WAIT': { SEND: () => {} } },
    },
    killedBy: 'calls/send-in-close-wait-is-sent.pkt',
  },
  {
    name: 'fin-in-close-wait-leads-nowhere',
    says: 'The FIN of the second to close leaves, and the state stays CLOSE-WAIT.',
    source: 'Lab 16; behaviour 95',
    planks: {
      transmit(tcb, act, rule) {
        const become: Act['become'] = (state, ofRule) => {
          if (state !== 'LAST-ACK') act.become(state, ofRule);
        };
        transmit(tcb, acting(act, { become }), rule);
      },
    },
    killedBy: 'calls/close-in-close-wait-sends-fin.pkt',
  },
  {
    name: 'silly-segments',
    says: 'Text leaves in crumbs as small as the window has opened.',
    source: 'MUST-38; RFC 9293 §3.8.6.2.1',
    planks: {
      transmit: pretending((tcb) => {
        const { maxWnd } = tcb.snd;
        const { settings } = tcb;
        tcb.snd.maxWnd = 0;
        tcb.settings = { ...settings, nagle: false };
        return () => {
          tcb.snd.maxWnd = maxWnd;
          tcb.settings = settings;
        };
      }),
    },
    killedBy: 'send-window/crumb-of-window-is-not-filled.pkt',
  },
];
