import { add, reference, type Plank } from '#tcp';
import type { Fault } from './fault.ts';

const listen = reference.cells.LISTEN['SEGMENT-ARRIVES'];
const { isOldDuplicate, optionsFor, takeTimestamp, windowField } = reference.functions;

/** LISTEN, with something changed before the SYN,ACK leaves and something after. */
const around =
  (before: Plank, after: Plank = () => {}): Plank =>
  (tcb, seg, act) => {
    before(tcb, seg, act);
    listen(tcb, seg, act);
    after(tcb, seg, act);
  };

/** Window scale, timestamps and SACK. */
export const options: readonly Fault[] = [
  {
    name: 'own-syn-window-scaled',
    says: 'The window field of our SYN,ACK is scaled.',
    source: 'Behaviour 50; RFC 7323 §2.2',
    planks: { windowField: (tcb, ctl) => windowField(tcb, { ...ctl, syn: false }) },
    killedBy: 'options/window-of-our-syn-ack-is-not-scaled.pkt',
  },
  {
    name: 'window-field-overflows',
    says: 'Of a window that does not fit into 16 bits the low ones are sent.',
    source: 'MUST-1; RFC 9293 §3.1',
    planks: {
      windowField: ({ rcv }, { syn }) => (rcv.wnd >>> (syn ? 0 : (rcv.shift ?? 0))) & 0xffff,
    },
    killedBy: 'options/window-field-is-never-above-65535.pkt',
  },
  {
    name: 'window-field-unscaled',
    says: 'Our window field is not shifted although scaling was agreed on: a fraction is offered.',
    source: 'RFC 7323 §2.3',
    planks: { windowField: ({ rcv }) => Math.min(rcv.wnd, 65_535) },
    killedBy: 'options/window-of-our-syn-ack-is-not-scaled.pkt',
  },
  {
    name: 'syn-ack-offers-all-we-have',
    says: 'The SYN,ACK bears options that the peer’s SYN did not offer.',
    source: 'RFC 7323 §1.3; RFC 2018 §2',
    planks: {
      optionsFor: (tcb, ctl, config, now, latest) =>
        optionsFor(tcb, ctl.syn ? { ...ctl, ack: false } : ctl, config, now, latest),
    },
    killedBy: 'options/syn-ack-answers-only-what-was-offered.pkt',
  },
  {
    name: 'sack-in-the-order-of-numbers',
    says: 'Blocks of SACK stand in the order of their numbers, not the latest first.',
    source: 'RFC 2018 §4',
    planks: {
      optionsFor: (tcb, ctl, config, now) => optionsFor(tcb, ctl, config, now, null),
    },
    killedBy: 'options/latest-block-of-sack-comes-first.pkt',
  },
  {
    name: 'timestamp-of-anything-echoed',
    says: 'TS.Recent is taken from a segment that came ahead of its turn.',
    source: 'RFC 7323 §4.3',
    planks: {
      takeTimestamp: (tcb, seg, now) =>
        takeTimestamp(tcb, { ...seg, seq: add(tcb.rcv.acked, -1) }, now),
    },
    killedBy: 'options/timestamp-ahead-of-its-turn-is-not-echoed.pkt',
  },
  {
    name: 'timestamp-of-the-syn-echoed-for-ever',
    says: 'TS.Recent stays what the SYN brought.',
    source: 'RFC 7323 §4.3',
    planks: { takeTimestamp: () => {} },
    killedBy: 'options/latest-timestamp-in-order-is-echoed.pkt',
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
];
