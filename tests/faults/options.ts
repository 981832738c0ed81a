import { reference, type Handler, type Plank } from '#tcp';
import type { Fault } from './fault.ts';

const listen = reference.cells.LISTEN['SEGMENT-ARRIVES'];
const { isOldDuplicate } = reference.functions;
const icmp = reference.cells.ESTABLISHED.ICMP;

/** LISTEN, with something changed before the SYN,ACK leaves and something after. */
const around =
  (before: Plank, after: Plank = () => {}): Plank =>
  (tcb, seg, act) => {
    before(tcb, seg, act);
    listen(tcb, seg, act);
    after(tcb, seg, act);
  };

/** The same answer to ICMP in every state that can have one. */
const everywhere = (handler: Handler<'ICMP'>) => ({
  cells: {
    'SYN-SENT': { ICMP: handler },
    'SYN-RECEIVED': { ICMP: handler },
    ESTABLISHED: { ICMP: handler },
    'FIN-WAIT-1': { ICMP: handler },
    'CLOSE-WAIT': { ICMP: handler },
  },
});

/** Window scale, timestamps, and what routers report. */
export const optionsAndIcmp: readonly Fault[] = [
  {
    name: 'own-syn-window-scaled',
    says: 'The window field of our SYN,ACK is scaled.',
    source: 'Behaviour 50; RFC 7323 §2.2',
    planks: {
      listen: around(
        (tcb) => {
          tcb.rcv.wnd >>>= tcb.rcv.shift ?? 0;
        },
        (tcb, _seg, act) => {
          tcb.rcv.wnd = act.config.rcvBuf;
        },
      ),
    },
    killedBy: 'options/window-of-our-syn-ack-is-not-scaled.pkt',
  },
  {
    name: 'window-scale-forced-upon-the-peer',
    says: 'Windows are scaled although the peer’s SYN did not offer it.',
    source: 'Behaviour 64; RFC 7323 §1.3',
    planks: {
      listen: around((tcb, seg, act) => {
        if (seg.ctl.syn) tcb.rcv.shift = act.config.windowScale;
      }),
    },
    killedBy: 'options/no-window-scale-where-the-peer-offers-none.pkt',
  },
  {
    name: 'window-never-scaled',
    says: 'The peer’s window field is taken as it is although scaling was agreed on.',
    source: 'RFC 7323 §2.3',
    planks: {
      listen: around(
        () => {},
        (tcb) => {
          tcb.snd.shift = 0;
        },
      ),
    },
    killedBy: 'options/window-of-the-peer-is-scaled.pkt',
  },
  {
    name: 'paws-missing',
    says: 'A segment with an old timestamp is taken.',
    source: 'RFC 7323 §5.3',
    planks: { isOldDuplicate: () => false },
    killedBy: 'options/old-timestamp-draws-ack.pkt',
  },
  {
    name: 'paws-without-a-wrap',
    says: 'Timestamps are compared as plain integers.',
    source: 'RFC 7323 §5.2',
    planks: {
      isOldDuplicate: ({ rcv: { tsRecent } }, { options: { ts }, ctl }) =>
        tsRecent !== null && ts !== undefined && !ctl.rst && ts.val < tsRecent,
    },
    killedBy: 'options/timestamp-around-the-wrap-is-newer.pkt',
  },
  {
    name: 'paws-stops-a-reset',
    says: 'A reset with an old timestamp is refused.',
    source: 'RFC 7323 §5.2',
    planks: {
      isOldDuplicate: (tcb, seg, now) =>
        isOldDuplicate(tcb, { ...seg, ctl: { ...seg.ctl, rst: false } }, now),
    },
    killedBy: 'options/reset-with-old-timestamp-closes.pkt',
  },
  {
    name: 'paws-refuses-equal-timestamps',
    says: 'A segment with the same timestamp as the one before is refused.',
    source: 'RFC 7323 §5.3',
    planks: {
      isOldDuplicate: (tcb, seg, now) =>
        seg.options.ts?.val === tcb.rcv.tsRecent || isOldDuplicate(tcb, seg, now),
    },
    killedBy: 'options/equal-timestamp-is-taken.pkt',
  },
  {
    name: 'soft-error-aborts',
    says: 'An ICMP message that the host is unreachable ends the connection.',
    source: 'Behaviours 45, 141; MUST-56',
    planks: everywhere((tcb, event, act) => {
      if (event.error !== 'host unreachable') return icmp(tcb, event, act);
      act.signal('connection reset');
      act.become('CLOSED');
    }),
    killedBy: 'icmp/host-unreachable-changes-nothing.pkt',
  },
  {
    name: 'source-quench-heeded',
    says: 'A source quench shuts the send window.',
    source: 'Behaviour 45; MUST-55',
    planks: everywhere((tcb, event, act) => {
      if (event.error === 'source quench') tcb.snd.wnd = 0;
      else icmp(tcb, event, act);
    }),
    killedBy: 'icmp/source-quench-changes-nothing.pkt',
  },
  {
    name: 'hard-error-aborts-an-open-connection',
    says: 'A port reported as unreachable ends a connection that is open: one forged packet does it.',
    source: 'Behaviour 141; RFC 5927 §5.2',
    planks: everywhere((tcb, event, act) => {
      if (event.error !== 'port unreachable' || tcb.state === 'SYN-SENT') {
        return icmp(tcb, event, act);
      }
      act.signal('connection refused');
      act.become('CLOSED');
    }),
    killedBy: 'icmp/port-unreachable-changes-nothing-once-established.pkt',
  },
  {
    name: 'hard-error-ignored-in-syn-sent',
    says: 'A port reported as unreachable does not end the call.',
    source: 'Behaviour 44; SHLD-26',
    planks: everywhere(() => {}),
    killedBy: 'icmp/port-unreachable-refuses-the-call.pkt',
  },
  {
    name: 'icmp-about-anything',
    says: 'An ICMP message counts even if it quotes a number that is not in flight.',
    source: 'RFC 5927 §4.1; MUST-54',
    planks: everywhere((tcb, event, act) => icmp(tcb, { ...event, seq: tcb.snd.una }, act)),
    killedBy: 'icmp/quote-that-is-not-in-flight-changes-nothing.pkt',
  },
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
