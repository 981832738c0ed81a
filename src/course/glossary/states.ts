import type { State } from '#tcp/state.ts';

/** What the table of states says besides the spellings of tools. */
export interface StateWords {
  /** As Chinese textbooks translate it; engineers mostly keep the English name. */
  readonly zh: string;
  /** As RFC 9293 Figure 5 letters it, where that differs from its text. */
  readonly figure?: string;
  /** Spellings that are met besides: in old lists of states, and in what netstat prints on Windows. */
  readonly found?: string;
}

/** Every state in the order in which the RFC names them, CLOSED last. */
export const STATE_WORDS: Readonly<Record<State, StateWords>> = {
  LISTEN: { zh: '监听', found: 'LISTENING' },
  'SYN-SENT': { zh: '同步已发送', figure: 'SYN SENT', found: 'SYN_SEND' },
  'SYN-RECEIVED': { zh: '同步已收到', figure: 'SYN RCVD', found: 'SYN_RECEIVED' },
  ESTABLISHED: { zh: '已建立连接', figure: 'ESTAB' },
  'FIN-WAIT-1': { zh: '终止等待 1', figure: 'FIN WAIT-1' },
  'FIN-WAIT-2': { zh: '终止等待 2', figure: 'FINWAIT-2' },
  'CLOSE-WAIT': { zh: '关闭等待', figure: 'CLOSE WAIT' },
  CLOSING: { zh: '正在关闭' },
  'LAST-ACK': { zh: '最后确认' },
  'TIME-WAIT': { zh: '时间等待', found: 'TIMED_WAIT' },
  CLOSED: { zh: '已关闭' },
};
