import type { RuleId } from '#tcp';
import type { State } from '#tcp/state.ts';
import type { Cause, Edge, Group } from './edge.ts';

/*
 * The transitions that RFC 9293 Figure 5 leaves out “for legibility” or does not speak of. Each has a
 * rule that stands elsewhere in the RFC.
 */

interface Words {
  readonly rules: readonly [RuleId, ...RuleId[]];
  readonly plank?: string;
  readonly action: string;
  readonly remark?: string;
}

const left = (group: Group, from: State, to: State, cause: Cause, words: Words): Edge => ({
  id: group === 'note2' ? `${from} ${to}` : `${from} ${to} ${cause}`,
  ...{ from, to, group, way: 'rare', causes: [cause], rules: words.rules },
  plank: words.plank ?? null,
  event: `states.event.${cause}`,
  action: `states.action.${words.action}`,
  remark: words.remark === undefined ? null : `states.remark.${words.remark}`,
});

const OPEN = ['ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSE-WAIT'] as const;
const BOTH_CLOSED = ['CLOSING', 'LAST-ACK'] as const;

const NOTE_2: Edge = {
  ...left('note2', 'FIN-WAIT-1', 'TIME-WAIT', 'FIN', {
    rules: ['3.10.7.4/8'],
    ...{ plank: 'finWait1', action: 'FIN-WAIT-1 TIME-WAIT', remark: 'note2' },
  }),
  event: 'states.event.FIN-WAIT-1 TIME-WAIT',
};

const remark = 'note3.arrives';
const SECOND: Words['rules'] = ['3.10.7.4/2', 'MUST-12'];

/** Note 3, its second half: a RST that arrives (§3.5.3, §3.10.7.3 second, §3.10.7.4 second). */
const RESETS: readonly Edge[] = [
  left('rst', 'SYN-SENT', 'CLOSED', 'RST', {
    ...{ rules: ['3.10.7.3/2'], plank: 'synSent', action: 'tell.reset', remark },
  }),
  left('rst', 'SYN-RECEIVED', 'CLOSED', 'RST', {
    ...{ rules: ['3.10.7.4/2'], plank: 'synReceived', action: 'tell.refused' },
    remark: 'note3.active',
  }),
  ...OPEN.map((from) =>
    left('rst', from, 'CLOSED', 'RST', {
      ...{ rules: SECOND, plank: 'resetOpen', action: 'tell.reset', remark },
    }),
  ),
  ...BOTH_CLOSED.map((from) =>
    left('rst', from, 'CLOSED', 'RST', {
      ...{ rules: SECOND, plank: 'resetClosing', action: 'delete', remark },
    }),
  ),
  left('rst', 'TIME-WAIT', 'CLOSED', 'RST', {
    ...{ rules: ['3.10.7.4/2'], plank: 'timeWait', action: 'delete', remark: 'rfc1337' },
  }),
];

/** Note 3, its first half: the user calls ABORT (§3.10.5). */
const ABORTS: readonly Edge[] = [
  ...(['LISTEN', 'SYN-SENT'] as const).map((from) =>
    left('abort', from, 'CLOSED', 'ABORT', { rules: ['3.10.5'], action: 'delete' }),
  ),
  ...(['SYN-RECEIVED', ...OPEN] as const).map((from) =>
    left('abort', from, 'CLOSED', 'ABORT', {
      ...{ rules: ['3.10.5'], plank: 'abort', action: 'abort', remark: 'note3.sent' },
    }),
  ),
  ...([...BOTH_CLOSED, 'TIME-WAIT'] as const).map((from) =>
    left('abort', from, 'CLOSED', 'ABORT', { rules: ['3.10.5'], action: 'delete' }),
  ),
];

const USER_TIMEOUT: Words = { rules: ['3.10.8'], action: 'tell.timeout', remark: 'userTimeout' };

/** Nobody answers for too long (§3.10.8, §3.8.3, §3.8.4). */
const TIMEOUTS: readonly Edge[] = [
  ...(['SYN-SENT', 'SYN-RECEIVED', 'ESTABLISHED', 'FIN-WAIT-1'] as const).map((from) =>
    left('timeout', from, 'CLOSED', 'TIMEOUT', USER_TIMEOUT),
  ),
  left('timeout', 'SYN-RECEIVED', 'LISTEN', 'TIMEOUT', {
    ...{ rules: ['MUST-23', 'MUST-20'], action: 'forget', remark: 'r2' },
  }),
  left('timeout', 'FIN-WAIT-2', 'CLOSED', 'TIMEOUT', {
    ...{ rules: ['MUST-29'], plank: 'keepAliveTimeout', action: 'tell.keepAlive' },
    remark: 'keepAlive',
  }),
  ...(['CLOSE-WAIT', ...BOTH_CLOSED] as const).map((from) =>
    left('timeout', from, 'CLOSED', 'TIMEOUT', USER_TIMEOUT),
  ),
];

/** Text that nobody will read any more, another SYN, and a TIME-WAIT that is reopened. */
const MORE: readonly Edge[] = [
  left('more', 'SYN-RECEIVED', 'LISTEN', 'SYN', {
    ...{ rules: ['3.10.7.4/4'], plank: 'synReceived', action: 'forget', remark: 'anotherSyn' },
  }),
  left('more', 'ESTABLISHED', 'CLOSED', 'CLOSE', {
    ...{ rules: ['SHLD-3'], plank: 'close', action: 'abort', remark: 'unread' },
  }),
  left('more', 'FIN-WAIT-1', 'CLOSED', 'TEXT', {
    ...{ rules: ['SHLD-3'], action: 'abort', remark: 'unwanted' },
  }),
  left('more', 'FIN-WAIT-2', 'CLOSED', 'TEXT', {
    ...{ rules: ['SHLD-3'], action: 'abort', remark: 'unwanted' },
  }),
  left('more', 'CLOSE-WAIT', 'CLOSED', 'CLOSE', {
    ...{ rules: ['SHLD-3'], plank: 'closeWait', action: 'abort', remark: 'unread' },
  }),
  left('more', 'TIME-WAIT', 'SYN-RECEIVED', 'SYN', {
    ...{ rules: ['MAY-2', '3.10.7.2/3'], plank: 'timeWait', action: 'LISTEN SYN-RECEIVED' },
    remark: 'reopen',
  }),
];

/** What Figure 5 leaves out. */
export const OMITTED: readonly Edge[] = [NOTE_2, ...RESETS, ...ABORTS, ...TIMEOUTS, ...MORE];
