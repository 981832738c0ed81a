import { expect, test } from 'vitest';
import { t } from '#text/en.ts';
import { LIFE, sentIn } from './fixtures.ts';
import { ledgerOf } from './ledger.ts';
import { sinceWhen, slipOf } from './passages.ts';

const { trace } = sentIn(LIFE, 'A1').run;

test('a state that a host is not in is the other’s, was its own, will be, or never is', () => {
  expect(slipOf(trace, 'A', 420, 'FIN-WAIT-1')).toEqual({ kind: 'left', at: 400 });
  expect(slipOf(trace, 'A', 420, 'TIME-WAIT')).toEqual({ kind: 'later', at: 480 });
  expect(slipOf(trace, 'A', 420, 'CLOSE-WAIT')).toEqual({ kind: 'other', host: 'B' });
  expect(slipOf(trace, 'A', 420, 'CLOSING')).toEqual({ kind: 'never' });
});

test('a host is in its state since it came there, or from the beginning', () => {
  expect(sinceWhen(trace, 'A', 420)).toBe(400);
  expect(sinceWhen(trace, 'A', 400)).toBe(400);
  expect(sinceWhen(trace, 'B', 20)).toBeNull();
});

test('what happened so far is told up to the moment, and what became of it by then', () => {
  const { lines, isCut } = ledgerOf(trace, t, { until: 420, most: 3 });
  expect(isCut).toBe(true);
  expect(lines.map(({ time, who, what, fate }) => `${time} ${who} ${what} ${fate}`.trim())).toEqual(
    [
      '320 ms A CLOSE',
      '320 ms A → B <SEQ=106><ACK=301><CTL=FIN,ACK> reaches B at 360 ms',
      '360 ms B → A <SEQ=301><ACK=107><CTL=ACK> reaches A at 400 ms',
    ],
  );
  expect(ledgerOf(trace, t, { until: 20 }).lines.at(-1)?.fate).toBe('still under way');
  expect(ledgerOf(trace, t, { until: 420, most: 0 }).lines).toEqual([]);
  const lost = sentIn(LIFE, 'A1', ['A1']).run.trace;
  expect(ledgerOf(lost, t, { until: 20 }).lines.at(-1)?.fate).toBe('lost');
});
