import { reference } from '#tcp';
import { acting } from './acting.ts';
import type { Fault } from './fault.ts';

const { mayWait, openWindow, refusal, transmit } = reference.functions;
const { sequence } = reference.checks;
const { ack, text } = reference.steps.ESTABLISHED;

/** ACKs that wait or are too many, windows that open, and what is passed over in silence. */
export const receiving: readonly Fault[] = [
  {
    name: 'challenges-without-end',
    says: 'Every SYN and every inexact reset draws a challenge ACK, however many come.',
    source: 'RFC 5961 §7',
    planks: { mayChallenge: () => true },
    killedBy: 'established/challenge-acks-are-limited.pkt',
  },
  {
    name: 'challenges-used-up-for-ever',
    says: 'After ten challenge ACKs the connection never sends another.',
    source: 'RFC 5961 §7',
    planks: {
      mayChallenge(tcb, arrived, before, act) {
        const { challenges } = act.config;
        const forLife = { ...act.config, challenges: { ...challenges, within: Infinity } };
        return reference.functions.mayChallenge(
          tcb,
          arrived,
          before,
          acting(act, { config: forLife }),
        );
      },
    },
    killedBy: 'established/challenge-acks-are-limited.pkt',
  },
  {
    name: 'ack-of-a-hole-waits',
    says: 'The ACK of text that came ahead of its turn waits for company.',
    source: 'Behaviour 140; RFC 5681 §4.2',
    planks: {
      mayWait: (tcb, before, config) =>
        mayWait({ ...tcb, held: [] }, { ...before, held: [] }, config, true),
    },
    killedBy: 'timers/ack-of-text-ahead-of-its-turn-leaves-at-once.pkt',
  },
  {
    name: 'ack-of-a-filled-hole-waits',
    says: 'The ACK of what fills a hole waits, and the sender goes on sending again.',
    source: 'RFC 5681 §4.2',
    planks: {
      mayWait: (tcb, before, config, tookText) =>
        mayWait(tcb, { ...before, held: [] }, config, tookText),
    },
    killedBy: 'timers/ack-of-what-fills-a-hole-leaves-at-once.pkt',
  },
  {
    name: 'ack-of-a-fin-waits',
    says: 'The ACK of a FIN that comes with text waits for company that never comes.',
    source: 'SHLD-18; RFC 9293 §3.8.6.3',
    planks: {
      mayWait: (tcb, before, config, tookText) =>
        mayWait(tcb, { ...before, state: tcb.state }, config, tookText),
    },
    killedBy: 'timers/ack-of-a-fin-leaves-at-once.pkt',
  },
  {
    name: 'ack-beyond-two-segments-waits',
    says: 'The ACK waits its time however much text has come.',
    source: 'Behaviour 140; SHLD-19',
    planks: {
      mayWait: (tcb, before, config, tookText) =>
        mayWait({ ...tcb, rcv: { ...tcb.rcv, acked: tcb.rcv.nxt } }, before, config, tookText),
    },
    killedBy: 'timers/delayed-ack-of-two-full-segments-leaves-at-once.pkt',
  },
  {
    name: 'window-opened-by-crumbs',
    says: 'Every octet that is read opens the window by one: the peer sends crumbs.',
    source: 'MUST-39; RFC 9293 §3.8.6.2.2',
    planks: { openWindow: (tcb, config) => config.rcvBuf - tcb.in.length },
    killedBy: 'zero-window/reading-a-crumb-keeps-the-window-shut.pkt',
  },
  {
    name: 'window-opened-only-when-all-is-read',
    says: 'The window stays shut until the last octet has been read.',
    source: 'RFC 9293 §3.8.6.2.2',
    planks: {
      openWindow: (tcb, config) => (tcb.in.length > 0 ? tcb.rcv.wnd : openWindow(tcb, config)),
    },
    killedBy: 'zero-window/reading-a-segment-opens-the-window.pkt',
  },
  {
    name: 'window-never-opened',
    says: 'A window that was shut stays shut when all has been read.',
    source: 'Behaviour 137; RFC 9293 §3.8.6',
    planks: { openWindow: ({ rcv }) => rcv.wnd },
    killedBy: 'zero-window/reading-opens-the-window.pkt',
  },
  {
    name: 'syn-to-many-hosts-answered',
    says: 'A SYN to a multicast or broadcast address is answered: each host that hears it does so.',
    source: 'MUST-57; RFC 1122 §4.2.3.10',
    planks: {
      refusal: (tcb, seg, config) =>
        refusal(tcb, { ...seg, dst: { ...seg.dst, address: '10.0.0.2' } }, config),
    },
    killedBy: 'case: a SYN to many hosts is not answered',
  },
  {
    name: 'syn-from-nobody-answered',
    says: 'A SYN whose source is a broadcast address, or none, is answered.',
    source: 'MUST-63; RFC 1122 §4.2.3.10',
    planks: {
      refusal: (tcb, seg, config) =>
        refusal(tcb, { ...seg, src: { ...seg.src, address: '10.0.0.1' } }, config),
    },
    killedBy: 'case: a SYN from no single host is not answered',
  },
  {
    name: 'syn-with-a-fin-answered-by-linux',
    says: 'In the profile of Linux a SYN with a FIN is answered.',
    source: 'RFC 9293 §3.10.7.2; Linux, tcp_rcv_state_process',
    planks: { refusal: (tcb, seg, config) => refusal(tcb, seg, { ...config, synFin: 'take' }) },
    killedBy: 'listen/linux-drops-a-syn-with-a-fin.pkt',
    profile: 'linux',
  },
  {
    name: 'ack-through-a-shut-window-lost',
    says: 'Where the window is shut, the ACK of a segment is refused together with its text.',
    source: 'RFC 9293 §3.10.7.4 first; behaviour 137',
    planks: {
      checks: {
        sequence(tcb, seg, act) {
          const isRefused = tcb.rcv.wnd === 0 && seg.data.length > 0;
          const control = isRefused ? { ...seg.ctl, ack: false } : seg.ctl;
          return sequence(tcb, { ...seg, ctl: control }, act);
        },
      },
    },
    killedBy: 'zero-window/ack-of-refused-text-is-taken.pkt',
  },
  {
    name: 'text-leaves-before-the-rest-is-read',
    says: 'Text that an ACK lets go does not acknowledge what came with it: another ACK has to.',
    source: 'MUST-58; RFC 9293 §3.8.6.3',
    planks: {
      established: {
        text,
        ack: (tcb, seg, act) =>
          ack(tcb, seg, acting(act, { transmit: (rule) => transmit(tcb, act, rule ?? '') })),
      },
    },
    killedBy: 'send-window/text-that-leaves-acknowledges-what-came.pkt',
  },
];
