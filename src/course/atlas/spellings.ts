import type { State } from '#tcp/state.ts';

/*
 * One state, many spellings. Read from: RFC 9293 §3.3.2; ss(8) and misc/ss.c of iproute2; netstat(8)
 * of net-tools; include/net/tcp_states.h of Linux; TCPSTATE in Microsoft's mstcpip.h;
 * sys/netinet/tcp_fsm.h of FreeBSD.
 */

/** How those who speak of a state spell it. */
export interface Spelling {
  /** RFC 9293, and this course. */
  readonly rfc: State;
  /** What `ss` prints, and what its `state` filter takes. */
  readonly ss: string;
  readonly ssFilter: string;
  /** What Linux's `netstat` prints. */
  readonly netstat: string;
  /** Windows: the names of `TCPSTATE`, without their prefix. */
  readonly windows: string;
  /** What `netstat` of FreeBSD prints. */
  readonly bsd: string;
  /** Column `st` of `/proc/net/tcp` on Linux: two hexadecimal digits. */
  readonly proc: string;
}

const spelling = (
  rfc: State,
  [ss, ssFilter]: readonly [string, string],
  [netstat, windows, bsd]: readonly [string, string, string],
  proc: string,
): Spelling => ({ rfc, ss, ssFilter, netstat, windows, bsd, proc });

/** Every state as every tool spells it. */
export const SPELLINGS: Readonly<Record<State, Spelling>> = {
  CLOSED: spelling('CLOSED', ['UNCONN', 'closed'], ['CLOSE', 'CLOSED', 'CLOSED'], '07'),
  LISTEN: spelling('LISTEN', ['LISTEN', 'listening'], ['LISTEN', 'LISTEN', 'LISTEN'], '0A'),
  'SYN-SENT': spelling(
    'SYN-SENT',
    ['SYN-SENT', 'syn-sent'],
    ['SYN_SENT', 'SYN_SENT', 'SYN_SENT'],
    '02',
  ),
  'SYN-RECEIVED': spelling(
    'SYN-RECEIVED',
    ['SYN-RECV', 'syn-recv'],
    ['SYN_RECV', 'SYN_RCVD', 'SYN_RCVD'],
    '03',
  ),
  ESTABLISHED: spelling(
    'ESTABLISHED',
    ['ESTAB', 'established'],
    ['ESTABLISHED', 'ESTABLISHED', 'ESTABLISHED'],
    '01',
  ),
  'FIN-WAIT-1': spelling(
    'FIN-WAIT-1',
    ['FIN-WAIT-1', 'fin-wait-1'],
    ['FIN_WAIT1', 'FIN_WAIT_1', 'FIN_WAIT_1'],
    '04',
  ),
  'FIN-WAIT-2': spelling(
    'FIN-WAIT-2',
    ['FIN-WAIT-2', 'fin-wait-2'],
    ['FIN_WAIT2', 'FIN_WAIT_2', 'FIN_WAIT_2'],
    '05',
  ),
  'CLOSE-WAIT': spelling(
    'CLOSE-WAIT',
    ['CLOSE-WAIT', 'close-wait'],
    ['CLOSE_WAIT', 'CLOSE_WAIT', 'CLOSE_WAIT'],
    '08',
  ),
  CLOSING: spelling('CLOSING', ['CLOSING', 'closing'], ['CLOSING', 'CLOSING', 'CLOSING'], '0B'),
  'LAST-ACK': spelling(
    'LAST-ACK',
    ['LAST-ACK', 'last-ack'],
    ['LAST_ACK', 'LAST_ACK', 'LAST_ACK'],
    '09',
  ),
  'TIME-WAIT': spelling(
    'TIME-WAIT',
    ['TIME-WAIT', 'time-wait'],
    ['TIME_WAIT', 'TIME_WAIT', 'TIME_WAIT'],
    '06',
  ),
};
