import { add, reference, type Act, type Handler } from '#tcp';
import { closing } from '#tcp/planks/closing.ts';
import { finWait2 } from '#tcp/planks/fin-wait.ts';
import { timeWait } from '#tcp/planks/time-wait.ts';
import { acting } from './acting.ts';
import type { Fault } from './fault.ts';

const withStep = (step: Partial<typeof timeWait>) => ({ timeWait: { ...timeWait, ...step } });

/** The verbs, with TIME-WAIT half as long. */
const shorter = (act: Act): Act =>
  acting(act, {
    arm: (timer, ms, rule) => act.arm(timer, timer === 'TIME-WAIT' ? ms / 2 : ms, rule),
  });

const never: Handler<'TIMEOUT'> = (_tcb, _event, act) => act.arm('TIME-WAIT', 2 * act.config.msl);

/** Waiting (lab 21). */
export const waiting: readonly Fault[] = [
  {
    name: 'time-wait-not-restarted',
    says: 'A repeated FIN does not start TIME-WAIT anew.',
    source: 'Known hole of public suites; lab 21; behaviour 120; zephyr#46407',
    planks: withStep({
      ack(_tcb, seg, act) {
        if (seg.ctl.fin) act.ack();
        return 'stop';
      },
    }),
    killedBy: 'timers/repeated-fin-starts-time-wait-anew.pkt',
  },
  {
    name: 'time-wait-of-one-msl',
    says: 'TIME-WAIT lasts one MSL after FIN-WAIT-2.',
    source: 'Known hole of public suites; behaviour 119; MUST-13',
    planks: {
      finWait2: { ...finWait2, fin: (tcb, seg, act) => finWait2.fin(tcb, seg, shorter(act)) },
    },
    killedBy: 'timers/time-wait-lasts-2-msl.pkt',
  },
  {
    name: 'time-wait-of-one-msl-after-closing',
    says: 'TIME-WAIT lasts one MSL after CLOSING.',
    source: 'Known hole of public suites; behaviours 116, 119; MUST-13',
    planks: {
      closing: { ...closing, ack: (tcb, seg, act) => closing.ack(tcb, seg, shorter(act)) },
    },
    killedBy: 'timers/time-wait-after-closing-lasts-2-msl.pkt',
  },
  {
    name: 'time-wait-restarted-for-one-msl',
    says: 'TIME-WAIT lasts one MSL after a repeated FIN.',
    source: 'Lab 21; behaviour 120',
    planks: withStep({ ack: (tcb, seg, act) => timeWait.ack(tcb, seg, shorter(act)) }),
    killedBy: 'timers/repeated-fin-starts-time-wait-anew.pkt',
  },
  {
    name: 'time-wait-for-ever',
    says: 'TIME-WAIT does not end: the pair of sockets is blocked.',
    source: 'Lab 21; behaviour 119',
    planks: withStep({ timeout: never }),
    killedBy: 'timers/time-wait-lasts-2-msl.pkt',
  },
  {
    name: 'repeated-fin-unanswered-in-time-wait',
    says: 'A repeated FIN gets no ACK in TIME-WAIT: the peer sends it until it gives up.',
    source: 'Behaviour 120; zephyr#46407, ausimian/tricep#104',
    planks: withStep({ ack: () => 'stop' }),
    killedBy: 'timers/repeated-fin-starts-time-wait-anew.pkt',
  },
  {
    name: 'time-wait-restarted-by-an-ack',
    says: 'A bare ACK starts TIME-WAIT anew.',
    source: 'Lab 21; behaviour 122',
    planks: withStep({
      ack(tcb, seg, act) {
        act.arm('TIME-WAIT', 2 * act.config.msl);
        return timeWait.ack(tcb, seg, act);
      },
    }),
    killedBy: 'timers/ack-does-not-start-time-wait-anew.pkt',
  },
  {
    name: 'time-wait-restarted-by-anything',
    says: 'Any segment starts TIME-WAIT anew, an old duplicate too.',
    source: 'Lab 21; behaviour 130',
    planks: {
      checks: {
        sequence(tcb, seg, act) {
          if (tcb.state === 'TIME-WAIT') act.arm('TIME-WAIT', 2 * act.config.msl);
          return reference.checks.sequence(tcb, seg, act);
        },
      },
    },
    killedBy: 'timers/old-data-does-not-start-time-wait-anew.pkt',
  },
  {
    name: 'time-wait-restarted-by-a-syn',
    says: 'A SYN starts TIME-WAIT anew.',
    source: 'Lab 21; behaviour 124',
    planks: withStep({
      syn(tcb, seg, act) {
        act.arm('TIME-WAIT', 2 * act.config.msl);
        return timeWait.syn(tcb, seg, act);
      },
    }),
    killedBy: 'timers/syn-does-not-start-time-wait-anew.pkt',
  },
  {
    name: 'bare-ack-answered-in-time-wait',
    says: 'A bare ACK draws an ACK in TIME-WAIT: two such ends never stop.',
    source: 'Behaviour 122',
    planks: withStep({
      ack(tcb, seg, act) {
        act.ack();
        return timeWait.ack(tcb, seg, act);
      },
    }),
    killedBy: 'time-wait/ack-left-edge-changes-nothing.pkt',
  },
  {
    name: 'reset-near-the-window-kills-time-wait',
    says: 'A reset anywhere in the window deletes TIME-WAIT.',
    source: 'Lab 21; RFC 1337 §2; RFC 5961 §3',
    planks: {
      rst(tcb, seg, act) {
        if (!seg.ctl.rst || tcb.state !== 'TIME-WAIT') return reference.checks.rst(tcb, seg, act);
        act.become('CLOSED');
        return 'stop';
      },
    },
    killedBy: 'time-wait/rst-right-edge-draws-challenge-ack.pkt',
  },
  {
    name: 'reset-ignored-in-time-wait',
    says: 'A reset does not delete TIME-WAIT in the profile of the RFC.',
    source: 'Behaviour 88; RFC 9293 §3.10.7.4 second',
    planks: withStep({ rst: () => 'stop' }),
    killedBy: 'time-wait/rst-left-edge-closes.pkt',
  },
  {
    name: 'reset-kills-time-wait-in-spite-of-rfc-1337',
    says: 'A reset deletes TIME-WAIT although resets are to be ignored there.',
    source: 'Lab 21; behaviour 127; RFC 1337 §3',
    planks: withStep({
      rst(_tcb, _seg, act) {
        act.become('CLOSED');
        return 'stop';
      },
    }),
    killedBy: 'time-wait/reset-is-ignored-with-rfc-1337.pkt',
  },
  {
    name: 'time-wait-blocks-a-newer-syn',
    says: 'A SYN that may reopen the connection is refused.',
    source: 'Behaviours 123, 125; asterinas#1531, unikraft/lib-lwip#76',
    planks: { mayReopen: () => false },
    killedBy: 'time-wait/newer-syn-reopens.pkt',
  },
  {
    name: 'time-wait-reopened-by-an-old-number',
    says: 'A SYN with an old number reopens the connection.',
    source: 'Lab 21; MAY-2; behaviour 124',
    planks: {
      mayReopen: (_tcb, { ctl }, { reopen }) => reopen !== 'never' && ctl.syn && !ctl.ack,
    },
    killedBy: 'time-wait/older-syn-is-refused.pkt',
  },
  {
    name: 'time-wait-reopened-by-an-old-timestamp',
    says: 'A SYN with an old timestamp reopens the connection because its number is newer.',
    source: 'Lab 21; SHLD-4; RFC 6191 §2',
    planks: {
      mayReopen: (tcb, seg, config) =>
        reference.functions.mayReopen(tcb, seg, { ...config, reopen: 'sequence' }),
    },
    killedBy: 'time-wait/syn-with-older-timestamp-is-refused.pkt',
  },
  {
    name: 'reopened-below-the-old-numbers',
    says: 'The ISS of a reopened connection is not above the numbers of the old one.',
    source: 'Lab 21; MAY-2; RFC 6191 §2',
    planks: withStep({
      syn(tcb, seg, act) {
        const reopen: Act['reopen'] = (syn, above, rule) =>
          act.reopen(syn, add(above, -0x4000_0000), rule);
        return timeWait.syn(tcb, seg, acting(act, { reopen }));
      },
    }),
    killedBy: 'case: a reopened connection begins above the numbers of the old one',
  },
];
