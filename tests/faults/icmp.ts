import { reference, type Handler } from '#tcp';
import type { Fault } from './fault.ts';

const icmp = reference.cells.ESTABLISHED.ICMP;

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

/** What routers report. */
export const icmpMessages: readonly Fault[] = [
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
    name: 'time-exceeded-aborts',
    says: 'An ICMP message that a segment’s time to live was exceeded ends the connection.',
    source: 'MUST-56; RFC 1122 §4.2.3.9',
    planks: everywhere((tcb, event, act) => {
      if (event.error !== 'time exceeded') return icmp(tcb, event, act);
      act.signal('connection reset');
      act.become('CLOSED');
    }),
    killedBy: 'icmp/time-exceeded-changes-nothing.pkt',
  },
  {
    name: 'path-mtu-ignored',
    says: 'A path that needs smaller segments gets the same large ones again and again.',
    source: 'MUST-16; RFC 1191 §6.4',
    planks: everywhere((tcb, event, act) => {
      if (event.error !== 'fragmentation needed') icmp(tcb, event, act);
    }),
    killedBy: 'icmp/fragmentation-needed-makes-segments-smaller.pkt',
  },
  {
    name: 'path-mtu-by-anybody',
    says: 'A forged message that quotes nothing in flight makes segments small.',
    source: 'RFC 5927 §7.2; MUST-54',
    planks: everywhere((tcb, event, act) =>
      icmp(
        tcb,
        event.error === 'fragmentation needed' ? { ...event, seq: tcb.snd.una } : event,
        act,
      ),
    ),
    killedBy: 'icmp/fragmentation-needed-that-does-not-fit-is-ignored.pkt',
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
];
